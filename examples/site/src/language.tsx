// The language of the page: a parameter of its address, so that a link keeps it.
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { Link as RouterLink, type LinkProps, useLocation, useSearchParams } from "react-router";
import { WORDS, type Words } from "./words";

export const LANGUAGES = { en: "English", fr: "Français", es: "Español", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;

const Context = createContext<{ lang: Language; words: Words }>({ lang: "en", words: WORDS.en });
export const useLanguage = () => useContext(Context);

export const direction = (lang: string) => (/^(ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr");

/** Attributes for text that may be in another language than the page. */
export const inLanguage = (lang: string | undefined) => (lang ? { lang, dir: direction(lang) } : {});

export function LanguageProvider({ children }: { children: ReactNode }) {
  const asked = useSearchParams()[0].get("lang") ?? "en";
  const lang: Language = asked in LANGUAGES ? (asked as Language) : "en";
  useEffect(() => {
    document.documentElement.lang = lang;
    document.documentElement.dir = direction(lang);
  }, [lang]);
  return <Context value={{ lang, words: WORDS[lang] }}>{children}</Context>;
}

/** A link inside the site, which stays in the language of the page. */
export function Link({ to, ...rest }: Omit<LinkProps, "to"> & { to: string }) {
  const { lang } = useLanguage();
  const joined = lang === "en" ? to : `${to}${to.includes("?") ? "&" : "?"}lang=${lang}`;
  return <RouterLink to={joined} {...rest} />;
}

export function LanguageSwitch() {
  const { lang, words } = useLanguage();
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  return (
    <label className="language">
      <span className="hidden">{words.language}</span>
      <select
        value={lang}
        onChange={(event) => {
          const next = new URLSearchParams(params);
          next.set("lang", event.target.value);
          setParams(next, { preventScrollReset: true });
        }}
        key={pathname}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
