-- Accounts are part of the registry: whoever changes one, by whatever tool, makes every process load it anew.
CREATE TRIGGER "account_changed" AFTER INSERT OR UPDATE OR DELETE ON "account" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
