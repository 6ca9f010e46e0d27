// Gives every reference the entry that came along with it.

type Included = Record<string, Record<string, object>>;

/** The answer itself, in which each reference to an entry in `included` has it as `entry`. */
export function join<T extends object>(answer: T): T {
  const included = (answer as { included?: Included }).included;
  if (included) {
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { type, id, href } = value as { type?: string; id?: string; href?: string };
      const entry = href !== undefined && type !== undefined && id !== undefined ? included[type]?.[id] : undefined;
      if (entry) Object.defineProperty(value, "entry", { value: entry });
      else Object.values(value).forEach(visit);
    };
    visit(answer);
  }
  return answer;
}
