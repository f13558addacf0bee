//! What the saving tool wrote into the page: the original address.

/// How much of the page's start and end is searched for the saver's comment.
const WITHIN: usize = 4096;

/// The address in the comment of a browser (`saved from url=(0035)https://…`), of SingleFile (`url: …`) or of HTTrack
/// (`Mirrored from host/path by HTTrack`).
pub(crate) fn url_from_comments(html: &str) -> Option<String> {
    let head = &html[..html.floor_char_boundary(WITHIN)];
    let tail = &html[html.floor_char_boundary(html.len().saturating_sub(WITHIN))..];
    comments(head).chain(comments(tail)).find_map(url_from_comment)
}

fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.split("<!--").skip(1).map(|rest| rest.split("-->").next().unwrap_or(rest))
}

fn url_from_comment(comment: &str) -> Option<String> {
    let comment = comment.trim();
    if let Some(rest) = comment.strip_prefix("saved from url=") {
        // The number in brackets is the address's length; the address ends where the comment does.
        let url = rest.split_once(')').map_or(rest, |(_, url)| url);
        return http(url.trim());
    }
    if comment.starts_with("Page saved with SingleFile") || comment.starts_with("Archive processed by SingleFile") {
        return comment.lines().find_map(|line| http(line.trim().strip_prefix("url:")?.trim()));
    }
    if let Some(rest) = comment.strip_prefix("Mirrored from ") {
        let address = rest.split(" by HTTrack").next()?.trim();
        return http(address).or_else(|| http(&format!("http://{address}")));
    }
    None
}

fn http(address: &str) -> Option<String> {
    let absolute = address.starts_with("http://") || address.starts_with("https://");
    (absolute && !address.contains(char::is_whitespace)).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_saver_leaves_the_address_in_its_own_comment() {
        for (html, url) in [
            ("<!DOCTYPE html>\n<!-- saved from url=(0021)https://a.example/x/y -->\n<html>", "https://a.example/x/y"),
            (
                "<html><!--\n Page saved with SingleFile \n url: https://a.example/z \n saved date: Mon Feb 12 2024\n-->",
                "https://a.example/z",
            ),
            (
                "<html></html><!-- Mirrored from a.example/page/z by HTTrack Website Copier/3.x -->",
                "http://a.example/page/z",
            ),
        ] {
            assert_eq!(url_from_comments(html).as_deref(), Some(url));
        }
        assert_eq!(url_from_comments("<!-- saved from url=(0014)about:internet -->"), None);
    }
}
