//! What becomes of copies over time, and of what stands beside them: entries of one's own that name them.

use super::mirrors::{Mirror, kinds};
use super::*;

#[test]
fn entries_of_ones_own_follow_the_copies_that_they_name() {
    for (one, two) in kinds() {
        let hub = serving(one, &[topic("named", &[]), topic("other", &[]), news("theirs", &["named"])]);
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        let here = &mirror.server;
        publish(&here.hub, &[news("own", &["named"]), news("apart", &["other"])]);
        let mut copy = Copy::new();
        let place = follow(here, "type=news", 0, 100, &mut copy);
        let shown = |member: &str| here.json("/v1/news/own")["data"]["topics"][0][member].clone();

        let translated = json!({
            "type": "topics", "slug": "named", "title": "A better name", "translations": [{ "lang": "cy", "title": "Enw" }],
        });
        publish(&hub.hub, &[translated.clone()]);
        mirror.visit();
        assert_eq!(shown("title"), "A better name");
        let place = follow(here, "type=news", place, 100, &mut copy);
        assert_eq!(copy, export(here, "type=news").0, "who follows the copy is told");

        let mut moved = translated;
        moved["slug"] = json!("better");
        moved["id"] = json!(id(&hub.hub, "topics", "named"));
        publish(&hub.hub, &[moved]);
        mirror.visit();
        assert_eq!(shown("slug"), "better");
        follow(here, "type=news", place, 100, &mut copy);
        assert_eq!(copy, export(here, "type=news").0);
        assert_eq!(digest(&copy), served_digest(here, "type=news")["total"]["digest"]);
        mirror.assert_equal(&hub, "type=topics");
    }
}
