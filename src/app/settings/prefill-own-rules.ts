import type { Directory } from "../../domain/registry/model.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import type { StoredAction } from "../../ports/store.js";
import { currentValue, settingOf } from "./declared.js";
import { settingText } from "./setting-value.js";
import { typedAgain } from "./sop-effects.js";

type Values = Readonly<Record<string, string>>;

const ofSetting = ({ government }: Directory, named: string | undefined): Values => {
  const setting = settingOf(named ?? "");
  if (!setting) return {};
  const { name } = setting;
  return { value: settingText(catalogueOf(government.locale), name, currentValue(government, name)) };
};

const ofSop = (directory: Directory, id: string | undefined): Values => {
  const sop = directory.sops.find((each) => each.id === id);
  if (!sop) return {};
  const { register: _, agency: __, ...typed } = typedAgain(directory, sop);
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "-"));
};

/** What a form about the government's own rules opens with: the value a setting has, what an SOP says. */
export const ownRulesValues = (directory: Directory, { command, values }: StoredAction): Values => {
  if (command === "settings") return ofSetting(directory, values.setting);
  return command === "sop" ? ofSop(directory, values.sop) : {};
};
