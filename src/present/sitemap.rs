//! `sitemap.xml` (sitemaps.org 0.9): the pages on which the site shows the entries.

use super::xml::Xml;

/// The most pages that one file may list.
pub const MOST_PAGES: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The file that lists pages, each with the day on which it last changed.
pub fn sitemap(pages: &[(String, String)]) -> String {
    files("urlset", "url", pages)
}

/// The file that lists such files, when one is not enough.
pub fn sitemap_index(files_with_days: &[(String, String)]) -> String {
    files("sitemapindex", "sitemap", files_with_days)
}

fn files(root: &str, element: &str, members: &[(String, String)]) -> String {
    let mut xml = Xml::default();
    xml.element(root, &[("xmlns", NAMESPACE)], |xml| {
        for (address, day) in members {
            xml.element(element, &[], |xml| {
                xml.text("loc", &[], address);
                xml.text("lastmod", &[], day);
            });
        }
    });
    xml.finish()
}

/// `robots.txt`: everything public may be read by anyone.
pub fn robots(hub: &str) -> String {
    format!("User-agent: *\nAllow: /\nDisallow: /v1/manage/\n\nSitemap: {hub}/sitemap.xml\n")
}
