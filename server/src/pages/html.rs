//! A page as a tree: the only way in which HTML is written here.
//!
//! Names of elements and attributes are words of this program; everything else is escaped when it is written, so
//! that no text of a person, a file or an address can become markup.

/// A piece of a page.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Words, written escaped.
    Text(String),
    /// An element with what is in it.
    Element(Element),
    /// JSON text in a script element whose type no browser runs.
    Json(String),
}

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// An element without attributes or children.
pub(super) fn el(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Words.
pub(super) fn text(words: impl Into<String>) -> Node {
    Node::Text(words.into())
}

impl Element {
    /// With this attribute.
    pub(super) fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With these words at its end.
    pub(super) fn text(self, words: impl Into<String>) -> Self {
        self.child(text(words))
    }

    /// With one more child.
    pub(super) fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Elements that have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// Writes nodes one after the other.
pub(super) fn write(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(words) => escape(words, out),
            Node::Element(element) => write_element(element, out),
            Node::Json(json) => write_json(json, out),
        }
    }
}

fn write_element(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.name);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
    out.push('>');
    if VOID.contains(&element.name) {
        return;
    }
    write(&element.children, out);
    out.push_str("</");
    out.push_str(element.name);
    out.push('>');
}

/// Inside a script element the parser knows no escapes, only the tag that ends it; JSON can spell these signs
/// otherwise, and they occur in its strings alone.
fn write_json(json: &str, out: &mut String) {
    for sign in json.chars() {
        match sign {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            other => out.push(other),
        }
    }
}

fn escape(words: &str, out: &mut String) {
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No document may hold it, and some programs end a text there.
            '\0' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn written(node: impl Into<Node>) -> String {
        let mut out = String::new();
        write(&[node.into()], &mut out);
        out
    }

    #[test]
    fn no_text_becomes_markup() {
        let hostile = "</p><script>alert('1')</script>\" onload=\"x&\0";
        let page = el("p").attr("title", hostile).text(hostile);
        assert_eq!(
            written(page),
            "<p title=\"&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;\u{fffd}\">\
             &lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;\u{fffd}</p>"
        );
    }

    #[test]
    fn data_cannot_end_its_element_and_reads_back_as_it_was() {
        let data = json!({ "name": "</script><!--<script><b>&\u{2028}" });
        let page = written(el("script").child(Node::Json(data.to_string())));
        let inside = page.split_once('>').unwrap().1.strip_suffix("</script>").unwrap();
        assert!(!inside.contains('<') && !inside.contains('&'), "{inside}");
        assert_eq!(serde_json::from_str::<Value>(inside).unwrap(), data);
    }

    #[test]
    fn an_element_without_content_has_no_end_tag() {
        assert_eq!(
            written(el("div").child(el("br")).child(el("hr"))),
            "<div><br><hr></div>"
        );
    }
}
