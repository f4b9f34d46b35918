import { API, Refused } from "./api.js";

/** What the program says of a file it has. */
interface Uploaded {
  readonly handle: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** A file on its way. `done` rejects with `Refused`. */
export interface Upload {
  readonly done: Promise<Uploaded>;
  abort(): void;
}

const codeOf = (body: unknown): string => {
  const code = (body as { readonly error?: { readonly code?: unknown } } | null)?.error?.code;
  return typeof code === "string" ? code : "upload-failed";
};

/** Sends a file's bytes. Not by `fetch`, which does not tell how far it is. */
export const upload = (file: File, onProgress: (progress: number) => void): Upload => {
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve, reject) => {
    const fail = (): void => reject(new Refused("upload-failed"));
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    for (const name of ["error", "abort", "timeout"]) request.addEventListener(name, fail);
    request.addEventListener("load", () =>
      request.status === 201 ? resolve(request.response as Uploaded) : reject(new Refused(codeOf(request.response))),
    );
  });
  request.open("POST", `${API}/files`);
  request.responseType = "json";
  request.setRequestHeader("content-type", "application/octet-stream");
  request.send(file);
  return { done, abort: () => request.abort() };
};
