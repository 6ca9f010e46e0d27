// The language of the page: a parameter of its address, so that a link keeps it, or else what the browser prefers.
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { Link as RouterLink, type LinkProps, useSearchParams } from "react-router";
import { WORDS, type Words } from "./words";

export const LANGUAGES = { en: "English", fr: "Français", es: "Español", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;

const isLanguage = (lang: string): lang is Language => Object.hasOwn(LANGUAGES, lang);
const preferred = navigator.languages.map((tag) => tag.split("-")[0] ?? "").find(isLanguage) ?? "en";

const Context = createContext<{ lang: Language; words: Words }>({ lang: "en", words: WORDS.en });
export const useLanguage = () => useContext(Context);

export const direction = (lang: string) => (/^(ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr");

/** Attributes for text that may be in another language than the page. */
export const inLanguage = (lang: string | undefined) => (lang ? { lang, dir: direction(lang) } : {});

export function LanguageProvider({ children }: { children: ReactNode }) {
  const asked = useSearchParams()[0].get("lang") ?? preferred;
  const lang = isLanguage(asked) ? asked : preferred;
  useEffect(() => {
    document.documentElement.lang = lang;
    document.documentElement.dir = direction(lang);
  }, [lang]);
  return <Context value={{ lang, words: WORDS[lang] }}>{children}</Context>;
}

/** An address inside the site, in the language of the page. */
export function useAddress(): (to: string) => string {
  const { lang } = useLanguage();
  return (to) => (lang === preferred ? to : `${to}${to.includes("?") ? "&" : "?"}lang=${lang}`);
}

/** A link inside the site, which stays in the language of the page. */
export function Link({ to, ...rest }: Omit<LinkProps, "to"> & { to: string }) {
  return <RouterLink to={useAddress()(to)} {...rest} />;
}

export function LanguageSwitch() {
  const { lang, words } = useLanguage();
  const [params, setParams] = useSearchParams();
  const change = (to: string) => {
    const next = new URLSearchParams(params);
    next.set("lang", to);
    setParams(next, { preventScrollReset: true });
  };
  return (
    <label className="language">
      <span className="hidden">{words.language}</span>
      <select value={lang} onChange={(event) => change(event.target.value)}>
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
