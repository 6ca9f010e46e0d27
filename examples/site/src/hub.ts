// The hub, and how a page waits for its answers.
import { Hub, type HubDescription } from "@rights-hub/client";
import { useEffect, useState } from "react";
import { useLanguage } from "./language";

export const HUB_URL: string = import.meta.env.VITE_HUB_URL;

let description: Promise<HubDescription> | undefined;

/** What the hub is and holds; asked for once. */
export function describe(): Promise<HubDescription> {
  description ??= new Hub(HUB_URL).describe().catch((error: unknown) => {
    description = undefined;
    throw error;
  });
  return description;
}

export interface Waiting<T> {
  /** The last answer; that of the question before, until this one is answered. */
  readonly answer: T | undefined;
  readonly error: unknown;
  readonly busy: boolean;
}

/** Asks in the language of the page whenever `question` changes, and gives up what is no longer wanted. */
export function useAnswer<T>(question: string, ask: (hub: Hub, signal: AbortSignal) => Promise<T>): Waiting<T> {
  const { lang } = useLanguage();
  const key = `${lang} ${question}`;
  const [state, setState] = useState<{ key: string; answer: T | undefined; error: unknown }>();
  useEffect(() => {
    const stop = new AbortController();
    ask(new Hub(HUB_URL, { lang }), stop.signal).then(
      (answer) => stop.signal.aborted || setState({ key, answer, error: undefined }),
      (error: unknown) => stop.signal.aborted || setState({ key, answer: undefined, error }),
    );
    return () => stop.abort();
    // `question` says all that `ask` depends on.
  }, [key]);
  return { answer: state?.answer, error: state?.error, busy: state?.key !== key };
}
