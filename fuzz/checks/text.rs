//! What must hold for every text, however it was written.

use shared::markdown::{Block, Inline, LinkTarget, MAX_DEPTH, excerpt, parse, split_title};
use shared::search::{Field, Question, SearchIndex, normalise};
use shared::slug::{is_slug, slug};

/// Reads the bytes as a text and walks everything that is made from it.
pub(crate) fn check(bytes: &[u8]) {
    let source = String::from_utf8_lossy(bytes);
    let document = parse(&source);
    document.blocks.iter().for_each(|block| walk_block(block, 0));

    let plain = document.to_plain_text();
    let cut = excerpt(&plain, 40);
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.starts_with(cut.strip_suffix('…').unwrap_or(&cut)),
        "{cut:?} does not begin {words:?}"
    );
    if let Some((title, _)) = split_title(&source) {
        assert!(!title.trim().is_empty() && !title.contains('\n'));
    }

    let folded = normalise(&plain);
    assert_eq!(normalise(&folded), folded, "folding is done once and for all");
    let mut index = SearchIndex::new();
    index.put(1, &[Field::title(&plain)]);
    if !Question::read(&plain).is_empty() {
        assert_eq!(
            index.search(&plain, 1).len(),
            1,
            "a text is found by itself: {plain:?}"
        );
    }
    let slug = slug(&plain);
    assert!(slug.is_empty() || is_slug(&slug), "{slug:?}");
}

fn walk_block(block: &Block, depth: usize) {
    assert!(depth <= MAX_DEPTH, "deeper than any walker expects");
    match block {
        Block::Heading { level, content } => {
            assert!((1..=6).contains(level));
            walk_inlines(content, depth + 1);
        }
        Block::Paragraph(content) => {
            assert!(!content.is_empty(), "a paragraph has words");
            walk_inlines(content, depth + 1);
        }
        Block::List { items, .. } => {
            items
                .iter()
                .flat_map(|item| &item.blocks)
                .for_each(|block| walk_block(block, depth + 2));
        }
        Block::Quote(content) => content.iter().for_each(|block| walk_block(block, depth + 1)),
        Block::Aside { label, content } => {
            assert!(!label.trim().is_empty(), "an aside has a label");
            content.iter().for_each(|block| walk_block(block, depth + 1));
        }
        Block::Table {
            alignments,
            header,
            rows,
        } => {
            assert_eq!(header.len(), alignments.len());
            for row in rows {
                assert_eq!(row.len(), header.len(), "a row has the cells of its header");
            }
            header
                .iter()
                .chain(rows.iter().flatten())
                .for_each(|cell| walk_inlines(cell, depth + 1));
        }
        Block::Code { .. } | Block::Rule => {}
    }
}

fn walk_inlines(content: &[Inline], depth: usize) {
    assert!(depth <= MAX_DEPTH + 2, "deeper than any walker expects");
    for inline in content {
        match inline {
            Inline::Strong(content) | Inline::Emphasis(content) => walk_inlines(content, depth + 1),
            Inline::Link { to, content } => {
                assert_eq!(
                    LinkTarget::parse(&to.address()).as_ref(),
                    Some(to),
                    "only allowed links come out"
                );
                walk_inlines(content, depth + 1);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}
