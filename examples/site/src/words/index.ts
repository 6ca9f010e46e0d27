// What the site says, in each of its languages; what its content says comes from the hub. A word that is missing does not compile.
import type { Collection } from "@rights-hub/client";
import type { Name, Value } from "../names";
import { ar } from "./ar";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";

export type Words = Omit<typeof en, "collections" | "one" | "names" | "values"> & {
  /** What a collection is called. */
  readonly collections: Record<Collection, string>;
  /** What one of its entries is called. */
  readonly one: Record<Collection, string>;
  /** What members and facets are called. */
  readonly names: Record<Name, string>;
  /** Values of closed lists; one that is not here is shown as it is written. */
  readonly values: Partial<Record<Value, string>>;
};
export type Translation = Words & { readonly values: Record<Value, string> };

export const WORDS = { en, fr, es, ar } satisfies Record<string, Words>;
