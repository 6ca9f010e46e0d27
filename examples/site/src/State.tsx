// What a page shows while it waits, and when something is wrong.
import { ProblemError } from "@rights-hub/client";
import type { ReactNode } from "react";
import { useRouteError } from "react-router";
import type { Waiting } from "./hub";
import { Link, useLanguage } from "./language";
import { useTitle } from "./title";
import type { Words } from "./words";

/** The page once there is an answer. An answer to the question before is shown, dimmed, until the new one is there. */
export function Answered<T>({ of, children }: { of: Waiting<T>; children: (answer: T) => ReactNode }) {
  const { words } = useLanguage();
  if (of.error !== undefined && !of.busy) return <Wrong error={of.error} />;
  if (of.answer === undefined) {
    return (
      <p className="waiting" aria-busy="true">
        {words.loading}
      </p>
    );
  }
  return (
    <div aria-busy={of.busy} className={of.busy ? "busy" : undefined}>
      {children(of.answer)}
    </div>
  );
}

/** Instead of a page that cannot be shown; what stands around it stays. */
export function Broken() {
  return <Wrong error={useRouteError()} />;
}

/** Where no page is. */
export function Missing() {
  return <Wrong error={new ProblemError(404, {})} />;
}

function Wrong({ error }: { error: unknown }) {
  const { words } = useLanguage();
  const { title, said, again } = told(error, words);
  useTitle(title);
  return (
    <section className="wrong" role="alert">
      <h1>{title}</h1>
      {said && <p>{said}</p>}
      {again ? <button onClick={() => location.reload()}>{words.again}</button> : <Link to="/">{words.front}</Link>}
    </section>
  );
}

/** What to say, and whether asking again may help. */
function told(error: unknown, words: Words): { title: string; said?: string; again: boolean } {
  if (error instanceof ProblemError) {
    if (error.status === 404) return { title: words.missing, said: words.missingHow, again: false };
    if (error.status === 410) return { title: words.gone, said: words.goneHow, again: false };
    return { title: words.wrong, said: error.message, again: error.status === 429 || error.status >= 500 };
  }
  // A request that got no answer at all.
  if (error instanceof TypeError && /fetch|network|load/i.test(error.message)) return { title: words.wrong, said: words.unreachable, again: true };
  return { title: words.wrong, again: true };
}
