// A typed client of Rights Hub.
export { Hub } from "./client.js";
export { Following } from "./changes.js";
export { ProblemError, type Problem } from "./problem.js";
export type { Kept, Options, Store, Wish } from "./request.js";
export type {
  Card,
  Change,
  ChangesQuery,
  Collection,
  Digests,
  ExportLine,
  ExportQuery,
  Facet,
  FacetValue,
  Full,
  Home,
  Hub as HubDescription,
  ItemQuery,
  ListQuery,
  Page,
  Reference,
  Related,
  SearchQuery,
  Suggestion,
  SuggestQuery,
} from "./entries.js";
