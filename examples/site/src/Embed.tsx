// What an entry or a list looks like on another site: the lines to paste, and the thing itself.
import { createElement, useEffect } from "react";
import { HUB_URL } from "./hub";
import { useLanguage } from "./language";

const SCRIPT = `${HUB_URL}/embed.js`;

/** Loads the hub's two elements, once. */
function load(): void {
  if (document.querySelector(`script[src="${SCRIPT}"]`)) return;
  const script = document.createElement("script");
  script.src = SCRIPT;
  script.crossOrigin = "anonymous";
  document.head.append(script);
}

/** `src` is where the hub has the card or the list, after its address. */
export function Embed({ element, src }: { element: "rights-hub-card" | "rights-hub-list"; src: string }) {
  const { lang } = useLanguage();
  useEffect(load, []);
  const address = `${HUB_URL}${src}${src.includes("?") ? "&" : "?"}lang=${lang}`;
  const lines = `<script src="${SCRIPT}" crossorigin="anonymous" defer></script>\n<${element} src="${address.replaceAll("&", "&amp;")}"></${element}>`;
  return (
    <>
      <pre dir="ltr" tabIndex={0}>
        <code>{lines}</code>
      </pre>
      {createElement(element, { src: address, key: address })}
    </>
  );
}
