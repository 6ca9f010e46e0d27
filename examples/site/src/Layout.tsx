// What stands around every page: name, search, collections, language.
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigate } from "react-router";
import { useAnswer } from "./hub";
import { LanguageProvider, LanguageSwitch, Link, useAddress, useLanguage } from "./language";
import { collectionOf } from "./names";

const SHOWN = ["case-studies", "rights", "topics", "organisations", "projects", "resources", "guides", "news", "testimonies"];

export function Layout() {
  return (
    <LanguageProvider>
      <Frame />
    </LanguageProvider>
  );
}

function Frame() {
  const { words } = useLanguage();
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  const arrived = useRef(pathname);
  useEffect(() => {
    // Whoever cannot see the page change is brought to where it begins.
    if (arrived.current !== pathname) content.current?.focus({ preventScroll: true });
    arrived.current = pathname;
  }, [pathname]);
  const places = [...SHOWN.map((name) => [name, collectionOf(words, name)] as const), ["calendar", words.calendar] as const];
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <div className="bar">
          <Link to="/" className="name">
            Rights Hub
          </Link>
          <SearchBox />
          <LanguageSwitch />
        </div>
        <nav aria-label={words.menu}>
          <ul>
            {places.map(([path, name]) => (
              <li key={path}>
                <Link to={`/${path}`} aria-current={pathname.split("/")[1] === path ? "page" : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" ref={content} tabIndex={-1}>
        <Outlet />
      </main>
      <footer>
        <p>
          {words.footer} <Link to="/share">{words.share}</Link>
        </p>
      </footer>
      <ScrollRestoration />
    </>
  );
}

function SearchBox() {
  const { words } = useLanguage();
  const [typed, setTyped] = useState("");
  const navigate = useNavigate();
  const address = useAddress();
  const waited = useDeferredValue(typed.trim());
  const { answer } = useAnswer(`suggest ${waited}`, async (hub, signal) =>
    waited.length > 1 ? hub.suggest(waited, { limit: 6 }, { signal }) : [],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const known = answer?.find((one) => one.text === typed);
    navigate(address(known ? `/${known.type}/${known.slug}` : `/search?${new URLSearchParams({ q: typed })}`));
    setTyped("");
  };
  return (
    <form role="search" onSubmit={submit}>
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={words.searchAll}
        aria-label={words.searchAll}
        list="suggestions"
        maxLength={200}
        required
      />
      <datalist id="suggestions">{answer?.map((one) => <option key={one.id} value={one.text} />)}</datalist>
      <button>{words.search}</button>
    </form>
  );
}
