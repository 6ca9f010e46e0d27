//! JSON Feed 1.1. What it has no member for stands in `_rights_hub`, as the standard wants extensions.

use serde_json::{Map, Value, json};

use super::feed::{Feed, FeedEntry};

impl Feed {
    /// As JSON Feed.
    pub fn json_feed(&self) -> String {
        let mut feed = Map::new();
        feed.insert("version".to_owned(), json!("https://jsonfeed.org/version/1.1"));
        feed.insert("title".to_owned(), json!(self.title));
        feed.insert("description".to_owned(), json!(self.about));
        feed.insert("home_page_url".to_owned(), json!(self.links.home));
        feed.insert("feed_url".to_owned(), json!(self.links.own));
        put(&mut feed, "next_url", self.links.next.as_ref());
        feed.insert("authors".to_owned(), json!([{ "name": self.publisher }]));
        put(&mut feed, "language", self.lang.as_ref());
        feed.insert("items".to_owned(), self.entries.iter().map(item).collect());
        Value::Object(feed).to_string()
    }
}

fn put(object: &mut Map<String, Value>, name: &str, value: Option<&String>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), json!(value));
    }
}

fn item(entry: &FeedEntry) -> Value {
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(entry.id));
    put(&mut item, "url", entry.url.as_ref());
    item.insert("title".to_owned(), json!(entry.title));
    put(&mut item, "summary", Some(&entry.summary).filter(|summary| !summary.is_empty()));
    item.insert("content_html".to_owned(), json!(entry.content));
    item.insert("date_published".to_owned(), json!(entry.published));
    item.insert("date_modified".to_owned(), json!(entry.updated));
    if !entry.authors.is_empty() {
        item.insert("authors".to_owned(), entry.authors.iter().map(|name| json!({ "name": name })).collect());
    }
    item.insert("tags".to_owned(), entry.topics.iter().map(|topic| json!(topic.label)).collect());
    item.insert("language".to_owned(), json!(entry.lang));
    let mut own = Map::new();
    put(&mut own, "document", entry.document.as_ref());
    put(&mut own, "licence", entry.licence.as_ref());
    own.insert("rights".to_owned(), json!(entry.rights));
    item.insert("_rights_hub".to_owned(), Value::Object(own));
    Value::Object(item)
}
