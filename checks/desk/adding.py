"""Adding evidence: a file that is named or uploaded, or a passage that is pasted, with where it is from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

import ipywidgets as widgets

from checks.case.errors import CaseError
from checks.case.handed_over import file_name
from checks.case.nouns import Standing
from checks.desk import bringing, fields, saving
from checks.desk.noting import Noting

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

MEGABYTES = bringing.MOST_UPLOADED // 1_000_000
FROM = {
    "passage": "a passage that I paste",
    "upload": "a file that I upload",
    "file": "a file in the project's folder",
    "table": "a list, such as who held an office",
}
GIVEN = ("title", "publisher", "url", "published", "retrieved", "obtained", "standing")


class Adding:
    """The form of a new document of the evidence; below it, what is noted in one."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.kind = widgets.Dropdown(description="It comes from", options=[(told, kind) for kind, told in FROM.items()])
        self.passage = fields.area("The passage, in its own words", rows=4)
        self.upload = widgets.FileUpload(description=f"Choose a file (up to {MEGABYTES} MB)", multiple=False)
        self.file = fields.text("The file", "for example downloads/report.pdf")
        self.columns = fields.text("Columns of the list", "person, office, capacity, start, end")
        self.rows = fields.area(
            "Rows of the list, a line a row, with commas between", "Ann Lee, mayor, holder, 2029-01-01,", rows=4
        )
        self.title, self.publisher = fields.text("Title"), fields.text("Publisher")
        self.url = fields.text("Address", "https://…, if it has one")
        self.published, self.retrieved = fields.text("Published on", "2031-05-15"), fields.text("Retrieved on")
        self.obtained = fields.text("How I came by it", "read on their page, by letter, from the archive …")
        self.standing = widgets.Dropdown(description="Standing", options=get_args(Standing), value="secondary")
        self.id = fields.text("Id", "made of the publisher and the day where empty")
        self.wrong, self.chosen = widgets.HTML(), widgets.HTML()
        self.noting = Noting(sitting)
        self.add = fields.button("Add it as a document", self._add)
        self.box = fields.box(
            self.kind, self.passage, self.columns, self.rows, self.upload, self.chosen, self.file,
            fields.pair(self.title, self.publisher),
            self.url, fields.pair(self.published, self.retrieved), self.obtained, fields.pair(self.standing, self.id),
            self.wrong, self.add, self.noting.box,
        )  # fmt: skip
        fields.hears(self.kind, self.showing, self.show)
        fields.hears(self.upload, self.showing, self._uploaded)
        self.retrieved.value = datetime.now(UTC).strftime("%Y-%m-%d")

    def show(self) -> None:
        """Shows the fields for what it comes from, and the words of the document that something is noted in."""
        kind = self.kind.value
        for part, kinds in (
            (self.passage, ("passage",)), (self.upload, ("upload", "table")), (self.chosen, ("upload", "table")),
            (self.file, ("file",)), (self.columns, ("table",)), (self.rows, ("table",)),
            (self.published, ("passage", "upload", "file")), (self.noting.box, ("passage", "upload", "file")),
        ):  # fmt: skip
            fields.shown(part, kind in kinds)
        self.add.description = "Add it as a list" if kind == "table" else "Add it as a document"
        if kind == "table" and not self.rows.value:
            self.showing.put(self.columns, self.sitting.asking.columns)
        self.noting.show()

    def _uploaded(self) -> None:
        told = [f"{file_name(one['name'])}, {one['size']:,} bytes" for one in self.upload.value]
        self.chosen.value = fields.note(", ".join(told))

    def _add(self) -> None:
        if self.sitting.do(self.wrong, self._bring):
            with self.showing():
                for field in (
                    self.passage,
                    self.rows,
                    self.file,
                    self.title,
                    self.publisher,
                    self.url,
                    self.published,
                    self.id,
                ):
                    field.value = ""
                self.upload.value, self.chosen.value = (), ""
            if self.kind.value != "table":
                self.noting.choose(self._new())

    def _new(self) -> str:
        return list(self.state.case.documents)[-1]

    def _bring(self) -> saving.Done:
        given = {name: getattr(self, name).value.strip() for name in GIVEN}
        id = self.id.value.strip()
        if self.kind.value == "passage":
            return bringing.from_passage(self.state, self.passage.value, id, given)
        if self.kind.value == "table":
            typed: str | bytes = self._file()[1] if self.upload.value else self.rows.value
            return bringing.from_table(self.state, typed, self.columns.value, id, given)
        name, data = (
            self._file() if self.kind.value == "upload" else bringing.file_named(self.state, self.file.value.strip())
        )
        return bringing.from_file(self.state, name, data, id, given)

    def _file(self) -> tuple[str, bytes]:
        if not self.upload.value:
            raise CaseError("choose a file first")
        one: Any = self.upload.value[0]
        data = bytes(one["content"])
        if len(data) > bringing.MOST_UPLOADED:
            raise CaseError(
                f"it has more than {MEGABYTES} MB: put it into the project's folder, and name it here",
                file=file_name(one["name"]),
            )
        return str(one["name"]), data
