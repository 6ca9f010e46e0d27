// What a page shows while it waits, and when something is wrong.
import { ProblemError } from "@rights-hub/client";
import type { ReactNode } from "react";
import { useRouteError } from "react-router";
import type { Waiting } from "./hub";
import { useLanguage } from "./language";

/** The page once there is an answer. An answer to the question before is shown, dimmed, until the new one is there. */
export function Answered<T>({ of, children }: { of: Waiting<T>; children: (answer: T) => ReactNode }) {
  if (of.error !== undefined && !of.busy) return <Wrong error={of.error} />;
  if (of.answer === undefined) return <div className="waiting" aria-busy="true" />;
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

function Wrong({ error }: { error: unknown }) {
  const { words } = useLanguage();
  const problem = error instanceof ProblemError ? error : undefined;
  const said = problem?.status === 410 ? words.gone : problem?.status === 404 ? words.missing : problem?.message;
  return (
    <section className="wrong" role="alert">
      <h1>{words.wrong}</h1>
      {said && <p>{said}</p>}
      {problem === undefined && <button onClick={() => location.reload()}>{words.again}</button>}
    </section>
  );
}
