"""Markdown nodes as the few elements that our rich text has. Whatever has no such element is turned into words."""

from collections.abc import Callable, Iterable
from html import escape
from itertools import zip_longest

from guides.markdown.tree import Node, line, rows, words

type Say = Callable[[int, str], None]
"""Is told, with the line, what had to take another form."""


def html(nodes: Iterable[Node], say: Say) -> str:
    return "".join(_block(node, say) for node in nodes)


def inline(node: Node, say: Say) -> str:
    """What stands inside a paragraph, heading or cell."""
    return "".join(_inline(child, say, line(node)) for child in node.children)


def _block(node: Node, say: Say) -> str:
    match node.type:
        case "heading":
            return _heading(node, say)
        case "paragraph":
            return f"<p>{inline(node, say)}</p>"
        case "bullet_list" | "ordered_list":
            return f"<{node.tag}>{''.join(f'<li>{_item(item, say)}</li>' for item in node.children)}</{node.tag}>"
        case "blockquote":
            return f"<blockquote>{html(node.children, say)}</blockquote>"
        case "table":
            say(line(node), "a table, which text has none of: it became a list")
            return _listed(rows(node), say)
        case "hr":
            say(line(node), "a line across the page: headings separate sections here")
            return ""
        case _:
            say(line(node), "preformatted text: it became a paragraph")
            return f"<p>{'<br>'.join(escape(part) for part in node.content.strip().splitlines())}</p>"


def _heading(node: Node, say: Say) -> str:
    level = 2 if node.tag in ("h1", "h2") else 3
    if node.tag not in ("h2", "h3"):
        say(line(node), f"the heading “{words(node)}” of level {node.tag[1]}: it became one of level {level}")
    return f"<h{level}>{inline(node, say)}</h{level}>"


def _item(item: Node, say: Say) -> str:
    return "".join(
        inline(child, say) if child.type == "paragraph" and child.hidden else _block(child, say)
        for child in item.children
    )


def _listed(table: list[list[Node]], say: Say) -> str:
    head, *body = table
    items = [
        "; ".join(
            f"<strong>{inline(name, say)}</strong>: {inline(cell, say)}" if name else inline(cell, say)
            for name, cell in zip_longest(head, cells)
            if cell and words(cell)
        )
        for cells in body
    ]
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _inline(node: Node, say: Say, at: int) -> str:
    match node.type:
        case "text" | "code_inline":
            return escape(node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "<br>"
        case "link":
            inside = "".join(_inline(child, say, at) for child in node.children)
            return f'<a href="{escape(str(node.attrs["href"]))}">{inside}</a>'
        case "image":
            say(at, "a picture: it became a link, pictures are added on the guide's page")
            source = str(node.attrs["src"])
            return f'<a href="{escape(source)}">Picture: {escape(words(node) or source)}</a>'
        case _:
            inside = "".join(_inline(child, say, at) for child in node.children)
            return f"<{node.tag}>{inside}</{node.tag}>" if node.tag else inside
