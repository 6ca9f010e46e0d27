// <rights-hub-card src="…"> and <rights-hub-list src="…">: a card or a list of the hub that this script came from, in a
// shadow root. Until it is there, and if it cannot be, what stands inside the element stays: a link to the entry.
(() => {
  const hub = new URL(document.currentScript.src);
  const policy = globalThis.trustedTypes?.createPolicy("rights-hub", { createHTML: (html) => html });
  const sheets = new Map();

  const ask = async (url) => {
    const answer = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
    const kind = answer.headers.get("content-type") ?? "";
    if (!(answer.ok || answer.status === 410) || !/^text\/(html|css)/.test(kind)) throw new Error(`${url}: ${answer.status}`);
    return answer.text();
  };

  const sheet = (asked) => {
    const url = new URL("/embed.css", hub);
    for (const name of ["theme", "accent"]) {
      if (asked.searchParams.has(name)) url.searchParams.set(name, asked.searchParams.get(name));
    }
    if (!sheets.has(url.href)) {
      const made = ask(url).then((text) => new CSSStyleSheet().replace(text));
      made.catch(() => sheets.delete(url.href));
      sheets.set(url.href, made);
    }
    return sheets.get(url.href);
  };

  class RightsHub extends HTMLElement {
    static observedAttributes = ["src"];
    #turn = 0;

    connectedCallback() {
      this.#show(this.getAttribute("src"));
    }

    attributeChangedCallback(name, before, now) {
      if (this.isConnected && before !== now) this.#show(now);
    }

    async #show(src, moved) {
      const turn = ++this.#turn;
      if (!src) return;
      const root = this.shadowRoot;
      const section = root?.querySelector("section");
      section?.setAttribute("aria-busy", "true");
      try {
        const url = new URL(src, hub);
        // The text becomes part of the page, so it comes from nowhere else.
        if (url.origin !== hub.origin || !url.pathname.startsWith("/embed/")) throw new Error(`${url} is not of ${hub.origin}`);
        url.searchParams.set("fragment", "true");
        const [style, html] = await Promise.all([sheet(url), ask(url)]);
        if (turn !== this.#turn) return;
        const shadow = root ?? this.attachShadow({ mode: "open" });
        shadow.adoptedStyleSheets = [style];
        shadow.innerHTML = policy ? policy.createHTML(html) : html;
        for (const link of shadow.querySelectorAll("nav a")) {
          link.addEventListener("click", (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            this.#show(new URL(link.href).pathname + new URL(link.href).search, true);
          });
        }
        if (moved) shadow.querySelector("[tabindex]")?.focus();
      } catch (error) {
        section?.removeAttribute("aria-busy");
        console.warn("rights-hub:", error.message);
      }
    }
  }

  for (const name of ["rights-hub-card", "rights-hub-list"]) {
    if (!customElements.get(name)) customElements.define(name, class extends RightsHub {});
  }
})();
