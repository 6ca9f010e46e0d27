// How an entry is shown on another site, with the card itself as the proof.
import { createElement, useEffect, useState } from "react";
import { HUB_URL } from "./hub";
import { useLanguage } from "./language";

const SCRIPT = `${HUB_URL}/embed.js`;
let loading: Promise<void> | undefined;

/** Loads the hub's two elements, once. */
function load(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.crossOrigin = "anonymous";
    script.onload = () => resolve();
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

/** Not there before the hub's elements are. */
export function Embed({ src, lang }: { src: string; lang: string }) {
  const { words } = useLanguage();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    load().then(
      () => wanted && setReady(true),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (!ready) return null;
  const address = `${src}?lang=${lang}`;
  return (
    <section className="embed">
      <h2>{words.share}</h2>
      <p>{words.shareHow}</p>
      <pre dir="ltr" tabIndex={0}>
        <code>{`<script src="${SCRIPT}" crossorigin="anonymous" defer></script>\n<rights-hub-card src="${address}"></rights-hub-card>`}</code>
      </pre>
      {createElement("rights-hub-card", { src: address, key: address })}
    </section>
  );
}
