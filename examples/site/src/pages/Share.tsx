// The hub on other people's sites: a card and a list as they stand there.
import { Embed } from "../Embed";
import { useAnswer } from "../hub";
import { useLanguage } from "../language";
import { Answered } from "../State";
import { useTitle } from "../title";

export function Share() {
  const { words } = useLanguage();
  useTitle(words.share);
  const home = useAnswer("home", (hub, signal) => hub.home({}, { signal }));
  return (
    <>
      <h1>{words.share}</h1>
      <p className="lead">{words.shareAbout}</p>
      <p>{words.shareHow}</p>
      <Answered of={home}>
        {({ featured: [entry] }) => (
          <div className="examples">
            {entry && (
              <section>
                <h2>{words.shareEntry}</h2>
                <Embed element="rights-hub-card" src={entry.links.embed} />
              </section>
            )}
            <section>
              <h2>{words.shareList}</h2>
              <Embed element="rights-hub-list" src="/embed/resources?topic=mental-health&limit=3" />
            </section>
          </div>
        )}
      </Answered>
    </>
  );
}
