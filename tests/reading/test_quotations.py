"""What is quoted, by whom, in sentences of our own on many subjects; and marks of every badly made kind."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.parts import Paragraph, Problem, Quotation
from checks.reading.sentences import sentences
from checks.reading.speech.quotations import quotations_in


def paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(match.start(), match.end(), match[0], "body") for match in re.finditer(r"[^\n]+", text)]


def read(text: str) -> tuple[list[Quotation], list[Problem]]:
    return quotations_in(text, paragraphs(text), sentences(text))


def between_marks(text: str) -> list[str]:
    return [part.exact for one in read(text)[0] for part in one.quoted]


# Which marks open and close what.
MARKS = [
    ("“Rain is coming,” she said.", ["“Rain is coming,”"]),
    ('"Rain is coming," she said.', ['"Rain is coming,"']),
    ("‘Rain is coming,’ she said.", ["‘Rain is coming,’"]),
    ("'Rain is coming,' she said.", ["'Rain is coming,'"]),
    ("'Rain is coming', she said.", ["'Rain is coming'"]),
    ("« La pluie arrive », dit-elle.", ["« La pluie arrive »"]),
    ("She called it ``odd'' again.", ["``odd''"]),
    ('He said “no evidence" was found.', ['“no evidence"']),  # a curly mark closed by a straight one
    ("‘Don’t go,’ he said.", ["‘Don’t go,’"]),
    ("'Don't go,' he said.", ["'Don't go,'"]),
    ("The workers’ rights were never in doubt.", []),
    ("James’ book and the boss’ desk sold well.", []),
    ("‘The workers’ rights come first,’ she said.", ["‘The workers’ rights come first,’"]),
    ("'The players' union is furious,' he said.", ["'The players' union is furious,'"]),
    ("He loved the ’90s, rock ’n’ roll and the summer of ’69.", []),
    ("He loved the '90s, rock 'n' roll and the summer of '69.", []),
    ("'Tis the season, and 'twas ever thus.", []),
    ("‘Tis the season,’ she sang.", ["‘Tis the season,’"]),
    ("The goalkeeper is 6'2\" and the wall 10' high.", []),
    ("A 6’ 4” forward signed on Monday.", []),
    ("“He told me ‘go home’ and left,” she said.", ["“He told me ‘go home’ and left,”", "‘go home’"]),
    ("‘He told me “go home” and left,’ she said.", ["‘He told me “go home” and left,’", "“go home”"]),
    ("\"He said 'yes' to me,\" she said.", ["\"He said 'yes' to me,\"", "'yes'"]),
    ("The ‘rock stars’ of chess don’t travel.", ["‘rock stars’"]),
    ("He was goin’ home with the ol’ dog, singin’ softly.", []),
    ("The ‘dogs’ dinner’ of a bill failed.", ["‘dogs’ dinner’"]),
    ("Fish ’n’ chips is ‘the best’ meal in Whitby’s harbour.", ["‘the best’"]),
    ("“One,” he said. “Two.” He left.", ["“One,”", "“Two.”"]),
    ("“Para one.\n\n“Para two.\n\n“Para three,” he said.", ["“Para one.", "“Para two.", "“Para three,”"]),
    ("“Para one.\n“Para two,” he said.", ["“Para one.", "“Para two,”"]),
    ('"Para one.\n\n"Para two," he said.', ['"Para one.', '"Para two,"']),
    ("‘Para one, the Smiths’ house.\n\n‘Para two,’ he said.", ["‘Para one, the Smiths’ house.", "‘Para two,’"]),
    ('"The 17" screen broke," he said.', ['"The 17" screen broke,"']),  # inches, within a quotation of the same mark
    ('"I was 17" he wrote. "Then I left."', ['"I was 17"', '"Then I left."']),
    ("The form had “” in its first box.", []),  # nothing stands between these
    ("Nothing is quoted here.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), MARKS)
def test_marks_that_open_and_close(text: str, wanted: list[str]) -> None:
    assert sorted(between_marks(text)) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), MARKS)
def test_well_made_marks_are_no_problem(text: str, wanted: list[str]) -> None:
    assert read(text)[1] == []


PROBLEMS = [
    ("“I did it, he said.", [("“", "no closing mark")]),
    ('He said: "I did it.', [('"', "no closing mark")]),
    ("I did it,” he said.", [("”", "no opening mark")]),
    ("It was ‘over, she said.", [("‘", "no closing mark")]),
    ("He shouted “Stop and ran. “Go,” she said.", [("“", "no closing mark")]),
    ("‘We won. It was hard.\n\nWe rested.’ The team left.", [("‘", "runs over"), ("’", "no opening mark")]),
    ("“We won. It was hard.\n\nWe rested.” The team left.", [("“", "runs over"), ("”", "no opening mark")]),
    ("“A ‘b c,” he said.", [("‘", "no closing mark")]),
]


@pytest.mark.parametrize(("text", "wanted"), PROBLEMS)
def test_a_mark_without_its_other_half_is_reported(text: str, wanted: list[tuple[str, str]]) -> None:
    problems = read(text)[1]
    assert [one.exact for one in problems] == [mark for mark, _ in wanted]
    assert all(what in one.what for one, (_, what) in zip(problems, wanted, strict=True))


def test_an_unclosed_quotation_is_open_and_ends_with_its_paragraph() -> None:
    text = "She said: “We will be back.\n\nThe shop closed in 1987."
    (said,) = [one for one in read(text)[0] if one.open]
    assert said.exact == "“We will be back." and said.speaker is not None and said.speaker.exact == "She"


def test_a_quotation_over_a_paragraph_break_is_one() -> None:
    text = "‘The harvest failed,’ said a grower, who asked not to be named. ‘We lost the barley.\n\nWe will lose the wheat.’ The ministry was silent."
    said = read(text)[0]
    assert [one.exact for one in said][1] == "‘We lost the barley.\n\nWe will lose the wheat.’"
    assert said[1].speaker is not None and said[1].speaker.exact == "a grower, who asked not to be named"


# kind, speaker, cue, what is reported
GIVEN = [
    # after, before, in the middle, inverted
    ("“The roof will hold,” the architect said.", "direct", "the architect", "said", "“The roof will hold,”"),
    ("“The roof will hold,” said the architect.", "direct", "the architect", "said", "“The roof will hold,”"),
    ("The architect said, “The roof will hold.”", "direct", "The architect", "said", "“The roof will hold.”"),
    ("The architect said: ‘The roof will hold.’", "direct", "The architect", "said", "‘The roof will hold.’"),
    ("“The roof,” the architect said, “will hold.”", "direct", "the architect", "said", "“The roof,” the architect said, “will hold.”"),
    ("“Is it safe?” asked Priya Nair, 43, a plumber from Leeds.", "direct", "Priya Nair, 43, a plumber from Leeds", "asked", "“Is it safe?”"),
    ("“We are broke,” admitted the club’s chairman, Tom Reed.", "direct", "the club’s chairman, Tom Reed", "admitted", "“We are broke,”"),
    ("“I saw it,” said a neighbour who lives opposite.", "direct", "a neighbour who lives opposite", "said", "“I saw it,”"),
    ("“It is a scandal,” Maria Gomez, who runs the clinic, told reporters.", "direct", "Maria Gomez, who runs the clinic", "told", "“It is a scandal,”"),
    ("“It is a scandal,” he told the Evening Mail on Tuesday.", "direct", "he", "told", "“It is a scandal,”"),
    ("‘Nobody was hurt’, said Insp. Karen Blythe of Kent Police.", "direct", "Insp. Karen Blythe of Kent Police", "said", "‘Nobody was hurt’"),
    ("“We scored early,” said coach Dan Ruiz after the match.", "direct", "coach Dan Ruiz", "said", "“We scored early,”"),
    ("“Rates will rise,” the bank wrote in a statement.", "direct", "the bank", "wrote", "“Rates will rise,”"),
    ("“Guilty,” the foreman replied.", "direct", "the foreman", "replied", "“Guilty,”"),
    ("“Shame!” shouted a man in the gallery.", "direct", "a man in the gallery", "shouted", "“Shame!”"),
    ("“Best day ever!!” she tweeted.", "direct", "she", "tweeted", "“Best day ever!!”"),
    ("“I was nine,” recalls the violinist Ana Petrova, 71.", "direct", "the violinist Ana Petrova, 71", "recalls", "“I was nine,”"),
    ("“We looked everywhere,” according to the memo.", "direct", "the memo", "according to", "“We looked everywhere,”"),
    ("Asked about the fee, Lindqvist said, “No comment.”", "direct", "Lindqvist", "said", "“No comment.”"),
    ("Dr. Helen Osei, a virologist at the institute, said: “The sample was clean.”", "direct", "Dr. Helen Osei, a virologist at the institute", "said", "“The sample was clean.”"),
    ("Sen. Ann Cole (R-Ohio), citing the cost, said, “Not one dollar more.”", "direct", None, "said", "“Not one dollar more.”"),
    # any verb reports what ends with a comma; “asked” what ends with a question mark; the hearer is no speaker
    ("“There will be cake,” the baker promised.", "direct", "the baker", "promised", "“There will be cake,”"),
    ("“A storm is near,” the Met Desk warned, with gales to come.", "direct", "the Met Desk", "warned", "“A storm is near,”"),
    ("“Is the ice thick?” I asked the warden.", "direct", "I", "asked", "“Is the ice thick?”"),
    ("“She ran like a deer,” recalled her cousin, Orla Finn.", "direct", "her cousin, Orla Finn", "recalled", "“She ran like a deer,”"),
    ("He was, said her old coach, “tireless”.", "mixed", "her old coach", "said", "He was, said her old coach, “tireless”"),
    ("Gran-of-six Pat Dole, 70, blasted: “Never again.”", "direct", "Gran-of-six Pat Dole, 70", "blasted", "“Never again.”"),
    ("“We grew,” said Ida Fox, head of Pell Inc. “We will hire.”", "direct", "Ida Fox, head of Pell Inc.", "said", "“We grew,”"),
    ("“It stank,” fumed one tenant, while another said: “It glowed.”", "direct", "another", "said", "“It glowed.”"),
    ("He learned to sail from his aunt, who told him: “Trust the wind.”", "direct", "his aunt", "told", "“Trust the wind.”"),
    ("The tenor, famed for the opera ‘Red Tide’, said he was “spent”.", "mixed", "The tenor, famed for the opera ‘Red Tide’", "said", "he was “spent”"),
    ("Reviewing “Salt Road”, Una Bell called it “a marvel”.", "mixed", "Una Bell", "called", "it “a marvel”"),
    ("One of the nurses, who requested anonymity because she feared for her job, said the ward was full.", "indirect", "One of the nurses, who requested anonymity because she feared for her job", "said", "the ward was full"),
    ("She told the inquest her brother had left at noon.", "indirect", "She", "told", "her brother had left at noon"),
    ("An aide told Us Magazine the tour was off.", "indirect", "An aide", "told", "the tour was off"),
    ("The accused, who cannot be named, denies arson.", "indirect", "The accused, who cannot be named", "denies", "arson"),
    ("The think tank estimated that rents would rise.", "indirect", "The think tank", "estimated", "that rents would rise"),
    ("LAGOS: Two ferries sank “at once”, police said.", "mixed", "police", "said", "Two ferries sank “at once”"),
    ("The firm says that costs rose, and its rivals predicted worse.", "indirect", "The firm", "says", "that costs rose"),
    ("According to the writ, Mr. Hale sold the boat.", "indirect", "the writ", "According to", "Mr. Hale sold the boat"),
    ("A spokesperson for Channel Nine said: “We erred.”", "direct", "A spokesperson for Channel Nine", "said", "“We erred.”"),
    ("Pike argued that it was “the best,” adding that they had “only jokes.”", "mixed", "Pike", "adding", "that they had “only jokes.”"),
    ("Premier Ann Lee told the Diet she “never slept”.", "mixed", "Premier Ann Lee", "told", "she “never slept”"),
    ("Reached by phone, the owner, who asked that his name not be used, insisted that it was safe.", "indirect", "the owner, who asked that his name not be used", "insisted", "that it was safe"),
    ("He got the tune from his aunt in Cork, who used to say that it was “the oldest”.", "mixed", "his aunt in Cork", "used to say", "that it was “the oldest”"),
    # indirect
    ("The pilot said that the engine had failed.", "indirect", "The pilot", "said", "that the engine had failed"),
    ("The pilot said the engine had failed.", "indirect", "The pilot", "said", "the engine had failed"),
    ("The engine had failed, the pilot said.", "indirect", "the pilot", "said", "The engine had failed"),
    ("The engine had failed, said the pilot.", "indirect", "the pilot", "said", "The engine had failed"),
    ("According to the coroner, the engine had failed.", "indirect", "the coroner", "According to", "the engine had failed"),
    ("The engine had failed, according to a report by the safety board.", "indirect", "a report by the safety board", "according to", "The engine had failed"),
    ("The company denies that the water was polluted.", "indirect", "The company", "denies", "that the water was polluted"),
    ("Ministers have repeatedly warned that stocks are low.", "indirect", "Ministers", "have repeatedly warned", "that stocks are low"),
    ("Economists believe that prices will fall.", "indirect", "Economists", "believe", "that prices will fall"),
    ("A study found that bees prefer blue flowers.", "indirect", "A study", "found", "that bees prefer blue flowers"),
    ("Police said two men had been arrested.", "indirect", "Police", "said", "two men had been arrested"),
    ("The lawyer told the court that her client was abroad.", "indirect", "The lawyer", "told", "that her client was abroad"),
    ("The striker vowed to return.", "indirect", "The striker", "vowed", "to return"),
    ("The mayor accused the firm of fraud.", "indirect", "The mayor", "accused", "the firm of fraud"),
    ("He was quoted as saying that the deal was off.", "indirect", "He", "was quoted as saying", "that the deal was off"),
    ("The bridge, engineers say, was never inspected.", "indirect", "engineers", "say", "The bridge, engineers say, was never inspected"),
    ("SMITH: I never signed it.", "direct", "SMITH", ":", "I never signed it."),
    ("Q: Did you sign it?", "direct", "Q", ":", "Did you sign it?"),
    # mixed
    ("The judge called the scheme “a house of cards”.", "mixed", "The judge", "called", "the scheme “a house of cards”"),
    ("The critic said that the opera was “a triumph of noise”.", "mixed", "The critic", "said", "that the opera was “a triumph of noise”"),
    ("The plan has been hailed by growers as a ‘lifeline’ for the valley.", "mixed", "growers", "has been hailed by", "as a ‘lifeline’ for the valley"),
    ("The memo describes the site as ‘beyond repair’.", "mixed", "The memo", "describes", "the site as ‘beyond repair’"),
    ("The captain denied she had been “asleep at the wheel”.", "mixed", "The captain", "denied", "she had been “asleep at the wheel”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "speaker", "cue", "exact"), GIVEN)
def test_who_says_what(text: str, kind: str, speaker: str | None, cue: str, exact: str) -> None:
    found = [one for one in read(text)[0] if one.cue is not None and one.cue.exact == cue]
    assert found, read(text)[0]
    assert (found[0].kind, found[0].exact) == (kind, exact)
    if speaker is not None:
        assert found[0].speaker is not None and found[0].speaker.exact == speaker


# Speakers of every quotation of a text, in order.
CARRIED = [
    ("“We won,” said Ivy Chan. “We deserved it.”", ["Ivy Chan", "Ivy Chan"]),
    ("Smith disagreed with the jury. “It was an accident.”", ["Smith"]),
    ("“We won,” said Ivy Chan.\n\n“We deserved it.”", ["Ivy Chan", "Ivy Chan"]),
    ("The conductor had one rule: “Never be late.”", ["The conductor"]),
    ("“We won,” he added.", ["he"]),
    ("Asked if he was sorry, Lowe shrugged. “No.”", ["Lowe"]),
    ("“We won,” said Ivy Chan.\n\nThe road was shut. “It rained.”", ["Ivy Chan", None]),
    ("The minister said: “We act.\n\n“We report.”\n\nThe union agreed.", ["The minister"]),
    ("“Why now?” The minister did not say.", [None]),
    ("Jo Lee: “I was there.”\n\nAnn Poe: “So was I.”", ["Jo Lee", "Ann Poe"]),
    (
        "“We grew,” said Ida Fox, head of Pell Inc. “We will hire.”",
        ["Ida Fox, head of Pell Inc.", "Ida Fox, head of Pell Inc."],
    ),
    ("Ben’s aunt Tracey, 55, wailed: “I cannot go on.”", ["Ben’s aunt Tracey, 55"]),
    ("“How can we eat?” The government denies hunger.", [None]),
    ("“I ran,” said Ivy Chan. “I fell.” The club says it is sorry.", ["Ivy Chan", "Ivy Chan"]),
    ("Mr. HALE: I rise to ask about wheat.\n\nThe MINISTER: It is under review.", ["Mr. HALE", "The MINISTER"]),
    ("Q. Why now?\n\nA. My sister said, “Go.”", ["Q", "A"]),
    ("“Stop!” she cried. “There is a step.”", ["she", "she"]),
    ("“It rained.” The road was shut.", [None]),
    ("Officer Lee wrote in her log:\n\n“Nothing to report.”", ["Officer Lee"]),
]


@pytest.mark.parametrize(("text", "speakers"), CARRIED)
def test_speech_carried_on(text: str, speakers: list[str | None]) -> None:
    spoken = [one for one in read(text)[0] if one.kind == "direct"]
    assert [one.speaker.exact if one.speaker else None for one in spoken] == speakers


NOT_SPEECH = [
    ("The file was marked ‘Top Secret’ in red.", "title"),
    ("Her novel “The Quiet Harbour” won a prize.", "title"),
    ("The yacht “Sea Breeze” sank off Malta.", "title"),
    ("Robert “Bobby” Jones retired.", "title"),
    ("The band played “Blue Moon” twice.", "title"),
    ("A shop known as “the cave” burned down.", "title"),
    ("The ‘smart’ meter broke within a week.", "scare"),
    ("This ‘victory’ cost the town its library.", "scare"),
    ("The so-called “miracle diet” has no effect.", "scare"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_SPEECH)
def test_titles_and_scare_quotations_are_no_speech(text: str, kind: str) -> None:
    assert [(one.kind, one.speaker) for one in read(text)[0]] == [(kind, None)]


SILENT = [
    "LONDON: A storm is on its way.\n\nTrains are late.\n\nRoads are wet.",
    "UPDATE: Trains run again.",
    "The reports were late and the claims were small.",
    "Seven states voted on Tuesday.",
    "The added cost was small.",
    "He left the house at noon and walked to the sea.",
    "The team won the match 3-1 on Saturday.",
    "Mr. Hale is not running against Mr. Pike, who plans to seek a third term.",
    "He plans to open a second shop, and she hopes to join him.",
    "The bank declined to comment.",
    "The toll is set to rise by 4.99 per cent.",
    "The assembly voted to confirm Judge Hale.",
    "A neighbour declined to give her name.",
    "Tom Pike is accused of attacking a guard.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_quotation_where_nobody_speaks(text: str) -> None:
    assert read(text)[0] == []


def test_a_notice_is_not_read() -> None:
    text = "“Sign up,” said our editor."
    assert quotations_in(text, [Paragraph(0, len(text), text, "notice")], [(0, len(text))])[0] == []


PIECES = st.sampled_from(
    [*"“”‘’\"'«»„", "``", "''", "\n\n", "\n", " ", ", ", ". ", ": ", "?", "—", "(", ")", "said ", "Smith ", "the mayor ",
     "who ", "that ", "according to ", "told reporters ", "he ", "was ", "by ", "s ", "don’t ", "90s ", "6'2\" ", "SMITH: ",
     "claims ", "adding ", "in a statement ", "on Monday ", "and ", "of ", "with ", "quoted as saying "]
)  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_read_and_every_span_is_exact(text: str) -> None:
    found, problems = read(text)
    assert (found, problems) == read(text)
    for one in [*found, *problems, *(words for q in found for words in (*q.quoted, q.speaker, q.cue) if words)]:
        assert 0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.exact
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    "hostile", ["“" * 20_000, '"' * 20_000, "a’ " * 10_000, "he said " * 5_000, "“a ‘" * 5_000, "a (" * 9_000]
)
def test_long_hostile_text_is_read(hostile: str) -> None:
    found, problems = quotations_in(hostile, paragraphs(hostile), [(0, len(hostile))])
    assert all(hostile[one.start : one.end] == one.exact for one in [*found, *problems])
