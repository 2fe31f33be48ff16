using System.Collections.Frozen;

namespace DigestSite.Diagnostics;

/// <summary>Every diagnostic there is: id, severity, wording, way out. A test provokes each of them.</summary>
/// <remarks>Long on purpose: whoever words a message sees all the others.</remarks>
internal static class Catalog
{
    // ---- DS0xx: content files (YAML, Markdown)
    //

    public static DiagnosticDescriptor MissingFile { get; } = Error("DS001", "`{0}` does not exist", "create `{0}`: {1}");

    public static DiagnosticDescriptor NotUtf8 { get; } = Error("DS002", "the file is not UTF-8: {0}", "save the file as UTF-8");

    public static DiagnosticDescriptor UnknownContentFile { get; } = Error("DS003", "`{0}` is not a content file, so nothing reads it", "{1} Rename or remove it");

    public static DiagnosticDescriptor Unreadable { get; } = Error("DS004", "the file cannot be read: {0}", "make it readable, or remove it");

    public static DiagnosticDescriptor ConflictMarker { get; } = Error("DS005", "a merge has left its conflict marker", "keep one of the two versions and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`");

    public static DiagnosticDescriptor TabIndentation { get; } = Error("DS006", "a tab indents this line; YAML takes only spaces", "replace the tab by spaces, two for each level");

    public static DiagnosticDescriptor InvisibleCharacter { get; } = Error("DS007", "the invisible character U+{0} stands here", "delete it");

    public static DiagnosticDescriptor NestedTooDeep { get; } = Error("DS008", "nested deeper than {0} levels", "no content file needs more than a few levels: remove brackets or indentation");

    public static DiagnosticDescriptor ForeignYaml { get; } = Error("DS009", "{0} means nothing in content files", "remove it, or put the value in double quotes if it is to begin with that character");

    public static DiagnosticDescriptor SecondDocument { get; } = Error("DS010", "a second YAML document begins here", "delete this line: each content file is one document");

    public static DiagnosticDescriptor NotYaml { get; } = Error("DS011", "this is not YAML: {0}", "compare with the entries above; a text with special characters goes in double quotes");

    public static DiagnosticDescriptor ColonInPlainText { get; } = Error("DS012", "a colon and a space stand inside a text without quotes", "put the whole text in double quotes, as in `title: \"One: two\"`, or mend the indentation if this is a key");

    public static DiagnosticDescriptor UnclosedQuote { get; } = Error("DS013", "the quote that opens here is never closed", "close it with the same quote; inside single quotes write `''` for an apostrophe");

    public static DiagnosticDescriptor NotAKey { get; } = Error("DS014", "a key, a colon and a space belong here", "write `key: value`, or indent the line to continue the text above");

    public static DiagnosticDescriptor UnexpectedPlace { get; } = Error("DS015", "what begins here continues nothing above", "indent it and the lines above exactly as their siblings; a text with quotes or brackets in it goes as a whole in quotes of the other kind");

    public static DiagnosticDescriptor UnclosedBracket { get; } = Error("DS016", "the `{0}` that opens here is never closed", "add `{1}` at its end");

    public static DiagnosticDescriptor ReservedStart { get; } = Error("DS017", "a text cannot begin with this character", "put the text in double quotes");

    public static DiagnosticDescriptor BadEscape { get; } = Error("DS018", "a backslash in this text starts no known escape", "write `\\\\` for a backslash, or use single quotes");

    public static DiagnosticDescriptor SwallowedItem { get; } = Error("DS019", "this `- ` begins no list item: the line continues the text above", "indent it exactly as the `- ` above, or put the text in quotes");

    public static DiagnosticDescriptor DuplicateKey { get; } = Error("DS020", "`{0}` stands here for the second time; the first is in line {1}", "keep one of the two");

    public static DiagnosticDescriptor UnknownKey { get; } = Error("DS021", "`{0}` is not a key here", "{1}");

    public static DiagnosticDescriptor MissingKey { get; } = Error("DS022", "`{0}` is missing", "add `{0}: …`: {1}");

    public static DiagnosticDescriptor WrongKind { get; } = Error("DS023", "{0} must be {1}, not {2}", "write {1} here");

    public static DiagnosticDescriptor BadValue { get; } = Error("DS024", "`{0}` is not {1}", "{2}");

    public static DiagnosticDescriptor EmptyKey { get; } = Error("DS025", "`{0}` has no value", "write one after the colon: {1}");

    public static DiagnosticDescriptor BlockTextOnSameLine { get; } = Error("DS026", "text stands on the line of the `|` or `>`", "begin the text on the next line, indented; or leave the sign out and put the text in quotes");

    public static DiagnosticDescriptor NoContentFolder { get; } = Error("DS027", "there is no folder `{0}`, so this is no digest site", "go to the folder of the site, name its content with `--content`, or begin a site with `digest new site DIR`");

    public static DiagnosticDescriptor DuplicateId { get; } = Error("DS030", "the {0} `{1}` is defined twice; the first is in line {2}", "give one of them another id, or merge the two");

    public static DiagnosticDescriptor ReservedId { get; } = Error("DS031", "`{0}` is built in: it takes the papers that no theme claims", "choose another id");

    public static DiagnosticDescriptor UnknownTheme { get; } = Error("DS032", "there is no theme `{0}`", "{1}");

    public static DiagnosticDescriptor UnknownTag { get; } = Error("DS033", "there is no tag `{0}`", "{1}");

    public static DiagnosticDescriptor EmptyPhrase { get; } = Error("DS034", "`{0}` has neither letters nor digits, so it can match nothing", "write words, such as `domain generalization`");

    public static DiagnosticDescriptor RepeatedPhrase { get; } = Error("DS035", "`{0}` stands twice in `{1}`; the first is in line {2}", "keep one of the two: case, hyphens and spaces make no difference");

    public static DiagnosticDescriptor StrayWildcard { get; } = Warning("DS036", "the `*` in `{0}` is not at the end, where alone it matches any ending", "write `{1}`");

    public static DiagnosticDescriptor UselessPhrase { get; } = Error("DS037", "`{0}` counts nothing in the title and nothing in the abstract", "give it a weight, or remove it");

    public static DiagnosticDescriptor MissingFrontMatter { get; } = Error("DS040", "the file does not open with `---`", "begin it with a line `---`, its keys ({0}), and a second line `---`");

    public static DiagnosticDescriptor UnclosedFrontMatter { get; } = Error("DS041", "the front matter that opens here is never closed", "add a line `---` after its last key");

    public static DiagnosticDescriptor PageNameNotSlug { get; } = Error("DS042", "`{0}` cannot be an address: it takes lower-case letters, digits and single hyphens", "rename the file to `{1}.md`");

    public static DiagnosticDescriptor NotMarkdown { get; } = Warning("DS043", "`{0}` is not a {1}, so nothing reads it", "{1}s are files `*.md` directly in `{2}`: move it there as one, or out of this folder");

    public static DiagnosticDescriptor NoteNameNoDate { get; } = Error("DS044", "`{0}` is no date: a note is named for the digest it is on", "rename the file, for example `2025-11-03.md`");

    public static DiagnosticDescriptor PickedTwice { get; } = Error("DS045", "`{0}` is picked twice; the first is in line {1}", "keep one of the two");

    public static DiagnosticDescriptor TagImpliesItself { get; } = Error("DS038", "the tag `{0}` implies itself by way of `{1}`", "remove one of the `implies` of this circle");

    //
    public static DiagnosticDescriptor UnknownWarning { get; } = Error("DS060", "there is no warning `{0}`", "write the id that the warning prints: {1}");

    public static DiagnosticDescriptor NotAcknowledgeable { get; } = Error("DS061", "`{0}` is {1}, and only warnings are acknowledged", "remove this entry{2}");

    public static DiagnosticDescriptor AcknowledgesAll { get; } = Error("DS062", "this acknowledges every `{0}` there will ever be, new faults included", "add `file: …` (the file that the warning names), or `about: …` (words of its message or of the line it shows)");

    public static DiagnosticDescriptor UnneededAcknowledgement { get; } = Warning("DS063", "no warning `{0}` of this build is as this entry says", "remove the entry, or correct its `file` or `about`");

    public static DiagnosticDescriptor TooLarge { get; } = Error("DS064", "the file has {0} MiB; such a file may have {1}", "{2}");

    public static DiagnosticDescriptor Elaborate { get; } = Error("DS065", "there are more than {0} {1} here", "{2}");

    public static DiagnosticDescriptor BlocksTooDeep { get; } = Error("DS066", "blocks are nested deeper than {0} levels", "close blocks earlier, or move the inner ones to a partial");

    public static DiagnosticDescriptor PartialsTooDeep { get; } = Error("DS067", "partials include partials more than {0} levels deep", "put some of them together");

    public static DiagnosticDescriptor FolderCircle { get; } = Error("DS068", "this link leads back to a folder that it lies in", "remove the link");

    // Files that `digest new` and `digest import` write.
    public static DiagnosticDescriptor NeverOverwritten { get; } = Error("DS070", "the file exists already, and nothing is ever overwritten", "edit it, choose another name, or move it away first");

    public static DiagnosticDescriptor FolderNotEmpty { get; } = Error("DS071", "a new site needs a folder of its own, and here is `{0}`", "name a folder that does not exist yet, or an empty one");

    public static DiagnosticDescriptor NoDigestOfDate { get; } = Error("DS072", "there is no digest of {0} to write a note on", "{1}");

    public static DiagnosticDescriptor NotWritten { get; } = Error("DS073", "the file cannot be written, and nothing was: {0}", "make room, or make its folder writable, and try again");

    public static DiagnosticDescriptor ThemesNotExtensible { get; } = Error("DS074", "the list of themes has a form that cannot be added to without changing it", "add the theme by hand: `{0}`");

    public static DiagnosticDescriptor NotAnAddress { get; } = Error("DS075", "`{0}` cannot be an address: it takes lower-case letters, digits and single hyphens", "write `{1}`");

    public static DiagnosticDescriptor NoSuchTemplate { get; } = Error("DS076", "no built-in template, partial or asset is called `{0}`", "{1} `digest new template` lists them all");

    public static DiagnosticDescriptor UnknownDumpFormat { get; } = Error("DS077", "`{0}` is no capture of a known kind", "captures are the text, the HTML or the Markdown of a listing page, the daily-papers API's JSON, and arXiv's Atom and RSS");

    public static DiagnosticDescriptor AddressTaken { get; } = Error("DS079", "`/{0}/` is an address of the site itself", "choose another name");

    public static DiagnosticDescriptor NotImportable { get; } = Error("DS078", "the capture cannot be read: {0}", "{1}");

    // What `digest collect` asks for.
    public static DiagnosticDescriptor NoSources { get; } = Error("DS080", "nothing says what to collect", "create this file, for example with the line `daily_papers: {{ since: 2025-11-03 }}` (docs/editing.md, \"Collecting\")");

    public static DiagnosticDescriptor NothingToCollect { get; } = Error("DS081", "the file names nothing that is to be collected", "write under `daily_papers:` since when, or under `arxiv:` what: `papers: true` or a list of `queries:`; or remove the file");

    public static DiagnosticDescriptor CollectedLine { get; } = Warning("DS082", "this is no line of what has been collected", "remove it: what it was of is asked for again where it has no file");

    public static DiagnosticDescriptor Refused { get; } = Error("DS083", "`{0}` was refused: {1}", "open {2} in a browser; if the source has moved, write its new address as `url`");

    public static DiagnosticDescriptor NotAnswered { get; } = Warning("DS084", "`{0}` got no answer: {1}", "nothing needs to be done: it is asked again next time");

    public static DiagnosticDescriptor AnswerNotKept { get; } = Warning("DS085", "the answer for `{0}` is not kept: {1}", "nothing needs to be done: it is asked again next time; if that goes on, open {2} in a browser");

    public static DiagnosticDescriptor WorseAnswer { get; } = Warning("DS086", "`{0}` stays as it is: {1}", "if the new answer is right, delete the file and collect again");

    public static DiagnosticDescriptor FullAnswer { get; } = Warning("DS087", "the answer for `{0}` holds {1} papers of {2}", "raise `max_results` or narrow `search`, then delete the file and collect again");

    public static DiagnosticDescriptor StaleSource { get; } = Error("DS088", "no new paper since {0}: that is {1}", "see whether {2} still answers, and what; if the source only rests, raise `stale_after`");

    public static DiagnosticDescriptor DoesNotBuild { get; } = Error("DS089", "`{0}` is not kept, since with it the site does not build: {1} {2}: {3}", "{4}");

    public static DiagnosticDescriptor NotAllAsked { get; } = Warning("DS090", "{0} not asked: {1}", "nothing needs to be done: the next run asks them");

    public static DiagnosticDescriptor LongOpen { get; } = Error("DS091", "`{0}` has had no good answer since {1}: that is {2} weekdays", "open {3} in a browser; if the source has moved, write its new address as `url`; if it will never answer, remove the line of that address from collected.tsv and begin later with `since`");

    // ---- DS1xx: reading dumps
    //
    public static DiagnosticDescriptor EmptyDump { get; } = Error(
        "DS101", "the dump is empty", "save the text of the listing page in this file, or delete the file");

    public static DiagnosticDescriptor BinaryDump { get; } = Error(
        "DS102", "this is not a text file: {0}", "save the listing page as plain text in UTF-8, or delete the file");

    public static DiagnosticDescriptor InvalidText { get; } = Warning(
        "DS103", "this is not valid {0}; U+FFFD stands in its place", "save the file as UTF-8, or type the character anew");

    public static DiagnosticDescriptor NoDateLine { get; } = Error(
        "DS104", "the dump has no date line", "put the date line of the page, for example `Nov 3`, on a line of its own above the first paper");

    public static DiagnosticDescriptor ImpossibleDate { get; } = Error(
        "DS105", "`{0}` is not a date", "write the date as the page prints it: `Nov 3`, `Oct 6, 2024`, or `Oct 6, 2024 2` with 2 comments");

    public static DiagnosticDescriptor StrayDate { get; } = Error(
        "DS106", "the date `{0}` belongs to no paper and is not the date line of the dump", "keep one date line, above the first paper; put a second capture into a file of its own");

    public static DiagnosticDescriptor StrayProse { get; } = Error(
        "DS107", "this text stands under no title", "put the title of the paper above it, on a line of its own with a blank line below, or delete the text");

    public static DiagnosticDescriptor StrayAttribution { get; } = Error(
        "DS108", "this attribution stands under no paper", "put the title of the paper above it, or delete the line");

    public static DiagnosticDescriptor NotAboveTitle { get; } = Error(
        "DS109", "`{0}` stands above no title", "put the title of the paper on the next line, or delete the line");

    public static DiagnosticDescriptor AboveDateLine { get; } = Error(
        "DS110", "`{0}` stands above the date line and is not known from the page's heading", "move it below the date line if it is a paper, or delete the line");

    public static DiagnosticDescriptor NoListing { get; } = Error(
        "DS111", "the dump lists no paper", "save the whole text of the listing page in this file, or delete the file");

    public static DiagnosticDescriptor BareTitle { get; } = Warning(
        "DS112", "`{0}` is read as the title of a paper, but has neither abstract nor attribution", "if it is a paper, put a line `-` (no votes) above it; else delete the line");

    public static DiagnosticDescriptor CutAttribution { get; } = Warning(
        "DS113", "the attribution breaks off: no date follows", "put the paper's date, for example `Oct 6, 2024`, on the next line, or delete the line");

    public static DiagnosticDescriptor CountTooLarge { get; } = Error(
        "DS114", "`{0}` is too large a count", "correct the number, or delete the line");

    public static DiagnosticDescriptor DumpName { get; } = Error(
        "DS115", "the dump's file name has a control character, which the ledger cannot hold", "rename the file, for example `2025-11-03.txt`");

    public static DiagnosticDescriptor NotADump { get; } = Warning(
        "DS116", "nothing reads `{0}`: it is no capture of a known kind", "captures are the text, the HTML or the Markdown of a listing page, the daily-papers API's JSON, and arXiv's Atom and RSS; move other files away");

    public static DiagnosticDescriptor DumpNameTwice { get; } = Error(
        "DS117", "the name is taken by {0}", "rename one of the two: dumps.yml and the messages know files by name");

    public static DiagnosticDescriptor MetadataWithoutIds { get; } = Error(
        "DS118", "nothing in it has an arXiv id, so nothing tells which papers it is of", "a listing page belongs in content/dumps; to make a digest of this file, add under `dumps:` in content/dumps.yml: `{0}: {{ date: 2025-11-03 }}`");

    public static DiagnosticDescriptor DamagedCapture { get; } = Error(
        "DS119", "`{0}` holds nothing of the kind that its name says", "capture it again, or delete the file: what a busy service answers instead is no capture");

    // The daily-papers API's answers, and pages that hold the same.
    public static DiagnosticDescriptor NotADay { get; } = Error(
        "DS120", "this is no day of papers, but {0}", "save the answer of the daily-papers API, an array of papers, in this file, or delete the file");

    public static DiagnosticDescriptor EmptyDay { get; } = Error(
        "DS121", "no paper is in this array, so the digest of its day would be empty", "capture the day again once it has papers, or delete the file");

    public static DiagnosticDescriptor AnswerCut { get; } = Error(
        "DS122", "the JSON breaks off here, {0}", "capture the day again: what follows is missing; what stands whole above was read");

    public static DiagnosticDescriptor DamagedJson { get; } = Error(
        "DS123", "JSON cannot go on like this, {0}, and the rest was not read", "capture the day again, or correct this place");

    public static DiagnosticDescriptor NotAPaper { get; } = Error(
        "DS124", "here is {0}, where a paper belongs", "remove it from the array, or capture the day again");

    public static DiagnosticDescriptor PaperUntitled { get; } = Error(
        "DS125", "this paper{0} has no title, so it was left out", "add `\"title\": \"…\"` to its `paper`, or remove the item");

    public static DiagnosticDescriptor OddValue { get; } = Warning(
        "DS126", "`{0}` is {1}, where {2} belongs", "correct it, or write `null`: as it is, the paper goes without it");

    public static DiagnosticDescriptor NoArxivId { get; } = Warning(
        "DS127", "{0}, so that only its title tells which paper this is", "correct its `id`, which is written like `2511.01234`; if arXiv does not have the paper, acknowledge this in content/acknowledged.yml");

    public static DiagnosticDescriptor PaperTwice { get; } = Warning(
        "DS128", "`{0}` is here a second time, so this one was left out; line {1}, column {2} has it too, with no less", "remove one of the two");

    public static DiagnosticDescriptor OddCharacter { get; } = Warning(
        "DS129", "`{0}` has U+{1}, which is no character of any text; U+FFFD stands in its place", "delete it, or type the right character");

    public static DiagnosticDescriptor PageOfNoPapers { get; } = Error(
        "DS130", "this page lists no paper; its title is {0}", "save the listing page once it shows its papers, or delete the file");

    public static DiagnosticDescriptor MoreOfTheKind { get; } = Warning(
        "DS131", "{0} more `{1}` are in this file than are told one by one", "correct those that are told, and the next are told too; a file that is all noise is best deleted");

    public static DiagnosticDescriptor CopiedDump { get; } = Warning(
        "DS132", "this capture is there twice, as {0} too: its papers would be listed twice", "delete one of the two");

    // Answers and announcements of arXiv.
    public static DiagnosticDescriptor OtherXml { get; } = Error(
        "DS140", "this is {0}", "save in this file what arXiv answers (`https://export.arxiv.org/api/query?id_list=2501.08325`) or announces (`https://rss.arxiv.org/rss/cs.LG`), or move the file away");

    public static DiagnosticDescriptor BrokenXml { get; } = Error(
        "DS141", "the XML is damaged here: {0}", "get the file anew from where it came; the papers that end above this place are read");

    public static DiagnosticDescriptor ArxivError { get; } = Error(
        "DS142", "arXiv answered with an error: `{0}`", "correct the query or the id that it was asked for and save the new answer, or delete the file");

    public static DiagnosticDescriptor NothingFound { get; } = Warning(
        "DS143", "arXiv had nothing for `{0}`", "save the answer to a query that finds something, or delete the file; to keep it, add under `dumps:` in content/dumps.yml its name with `skip: true`");

    public static DiagnosticDescriptor EntryWithoutId { get; } = Error(
        "DS144", "{0}, so nothing tells which paper this is", "put the paper's id here, as in `<id>http://arxiv.org/abs/2501.08325v1</id>`, or delete the entry");

    public static DiagnosticDescriptor EntryWithoutTitle { get; } = Error(
        "DS145", "the entry of {0} has no title", "put one into it, `<title>…</title>`, or delete the entry");

    public static DiagnosticDescriptor EntryWithoutAbstract { get; } = Warning(
        "DS146", "the entry of {0} has no abstract", "put it into the entry, `<summary>…</summary>`; else the abstract of a listing is shown, if there is one");

    public static DiagnosticDescriptor EntryTwice { get; } = Warning(
        "DS147", "{0} stands in this file already, at line {1}, in the same version; that entry is used", "delete one of the two");

    public static DiagnosticDescriptor EntryDate { get; } = Warning(
        "DS148", "`{0}` is not a date", "write the day as arXiv does: `2024-10-06T12:00:00Z`");

    // ---- DS2xx: dating
    public static DiagnosticDescriptor YearUnknown { get; } = Error(
        "DS201", "nothing tells the year of this capture", "add under `dumps:` in content/dumps.yml, with the year it was captured in: `{0}`");

    public static DiagnosticDescriptor YearsDisagree { get; } = Error(
        "DS202", "{0}, but {1}", "one capture has one year: correct the wrong one");

    public static DiagnosticDescriptor NameAgainstPage { get; } = Error(
        "DS203", "{0}, but the page prints {1}", "rename {2} so that it begins with the date of its page, or with no date");

    public static DiagnosticDescriptor AgainstRecord { get; } = Error(
        "DS204", "{0}, but {1}", "a recorded date stays: correct what was added or changed; if the record is wrong, correct {2} in content/ledger.tsv and redirect the old address: `digest record --redirect OLD NEW`");

    public static DiagnosticDescriptor AgainstKnownYear { get; } = Error(
        "DS205", "{0}, but {1}", "one of the two is wrong: correct the year given, or the listing");

    public static DiagnosticDescriptor ElidedAfterCapture { get; } = Error(
        "DS206", "{0} is printed with {1}, which a page of {2} cannot print without its year", "correct the date of the listing, or the date of the page");

    public static DiagnosticDescriptor PagesContradict { get; } = Error(
        "DS207", "{0}, but {1}", "one of the two is wrong: correct this line or {2}, or remove the dump that is wrong");

    public static DiagnosticDescriptor NoYearFits { get; } = Error(
        "DS208", "no year fits this capture: {0}", "correct the line that is wrong, or add under `dumps:` in content/dumps.yml, with the year it was captured in: `{1}`");

    public static DiagnosticDescriptor AfterAsOf { get; } = Error(
        "DS209", "this capture is of {0}, later than the as-of date {1}", "build with `--as-of {0}` or a later date; if the year is wrong, the right one goes into content/dumps.yml: `{2}`");

    public static DiagnosticDescriptor DateUnknown { get; } = Error(
        "DS210", "nothing tells the day of this capture", "begin the file's name with the day, `2025-11-03`, or add under `dumps:` in content/dumps.yml: `{0}`; arXiv answers that are no digest belong in content/metadata");

    public static DiagnosticDescriptor NamedBeforePapers { get; } = Error(
        "DS211", "{0}, but {1} of its {2} papers are newer: {3}", "rename the file for the day that it is of");

    public static DiagnosticDescriptor GivenAgainstPage { get; } = Error(
        "DS212", "{0}, but {1}", "one capture has one date: correct the wrong one");

    public static DiagnosticDescriptor NamedAfterPapers { get; } = Error(
        "DS213", "{0}, but the newest of its papers came on {1}", "rename the file for the day that it is of; if its name is right, say so under `dumps:` in content/dumps.yml: `{2}`");

    public static DiagnosticDescriptor DayToCome { get; } = Error(
        "DS214", "this capture is of {0}, a day to come, and what is recorded stays", "correct the day in the file's name or on its page; where the page prints no year, give the right one under `dumps:` in content/dumps.yml");

    // ---- DS3xx: papers, curation and the ledger
    //
    public static DiagnosticDescriptor NoDumps { get; } = Error(
        "DS300", "there is no dump", "save a listing page's text as a file here, for example `2025-11-03.txt`");

    public static DiagnosticDescriptor TitleOfTwoPapers { get; } = Warning(
        "DS301", "the title `{0}` belongs to several papers ({1}); this listing has no id to tell which",
        "give the paper meant its `arxiv:` in papers.yml, under the slug of this title");

    public static DiagnosticDescriptor FieldConflict { get; } = Warning(
        "DS302", "the {0} here is {1}, but {2} is shown for `{3}`: a newer capture, a full date or the metadata say so",
        "nothing needs doing when that is right; if the older capture is damaged, `skip: true` in dumps.yml leaves it out");

    public static DiagnosticDescriptor LedgerLine { get; } = Error(
        "DS303", "this line is not a ledger record, or repeats one",
        "restore the line from version control, or remove it and run `digest record`; the forms are: alias, authority, digest, dump, paper, url (see docs/editing.md)");

    public static DiagnosticDescriptor LedgerIdentityTwice { get; } = Error(
        "DS304", "the identity `{0}` is recorded for `{1}` already",
        "keep the line that was published first and remove the other");

    public static DiagnosticDescriptor Unrecorded { get; } = Warning(
        "DS305", "not in the ledger yet: {0}",
        "run `digest record` and commit content/ledger.tsv: it freezes slugs, identities and addresses");

    public static DiagnosticDescriptor LedgerNotWritten { get; } = Error(
        "DS309", "the ledger cannot be written: {0}", "make the content folder writable");

    public static DiagnosticDescriptor UrlVanished { get; } = Error(
        "DS306", "`/{0}` was published, but this build does not make it",
        "bring its source back; or {1}");

    public static DiagnosticDescriptor UrlReturned { get; } = Error(
        "DS307", "the ledger calls `/{0}` retired, but this build makes it",
        "remove this line and run `digest record`, or stop making the page");

    public static DiagnosticDescriptor RedirectNowhere { get; } = Error(
        "DS308", "`/{0}` redirects to `/{1}`, which is {2}",
        "say where it is now, a page for a page, a file of the same kind for a file: `digest record --redirect /{0} NEW`; or that it is gone: `digest record --retire /{0}`");

    public static DiagnosticDescriptor OverrideWithoutPaper { get; } = Error("DS320", "no paper is known as `{0}`", "{1}");

    public static DiagnosticDescriptor TwoOverrides { get; } = Error("DS321", "`{0}` and `{1}` (line {2}) are the same paper", "merge the two entries into one; `aliases:` names what else it is listed as");

    public static DiagnosticDescriptor DumpSettingsWithoutDump { get; } = Error("DS322", "no dump is named `{0}`", "{1}");

    public static DiagnosticDescriptor NoteWithoutDigest { get; } = Error("DS324", "there is no digest of {0}", "{1}");

    public static DiagnosticDescriptor PickNotInDigest { get; } = Warning("DS325", "`{0}` is not in the digest of {1}, so it is left out", "{2}");

    public static DiagnosticDescriptor PickIsHidden { get; } = Warning("DS326", "`{0}` is hidden by papers.yml, so it is left out", "remove the pick");

    public static DiagnosticDescriptor OverrideChangesNothing { get; } = Warning("DS327", "this changes nothing about `{0}`: {1}", "correct it or remove it");

    public static DiagnosticDescriptor UnusedTag { get; } = Warning("DS328", "no paper has the tag `{0}`", "give it phrases that papers have, add it to a paper in papers.yml, or remove it");

    public static DiagnosticDescriptor IdleTheme { get; } = Warning("DS329", "no paper has any phrase of the theme `{0}`, so its page is empty", "correct its phrases, which are found as whole words, the last of which may end in `s` or `es`; or take the theme away until there is a paper for it");

    public static DiagnosticDescriptor UnmatchedPattern { get; } = Warning("DS330", "no link of the site is to `{0}`", "correct it or remove it");

    public static DiagnosticDescriptor AliasHasEntry { get; } = Error("DS331", "`{0}` is another name of `{1}` (line {2}), so what is said of it here would be lost", "move it to `{1}` and remove this entry, or remove the alias");

    public static DiagnosticDescriptor AliasTwice { get; } = Error("DS332", "`{0}` is an alias of `{1}` already (line {2})", "keep one of the two");

    public static DiagnosticDescriptor RecordedNameStays { get; } = Error("DS333", "`{0}` is one paper with `{1}`, whose address is recorded and stays", "write this entry under `{1}`, with `{0}` among its `aliases:`");

    public static DiagnosticDescriptor CaptureGone { get; } = Warning("DS334", "the capture `{0}` is recorded, but not in content/dumps", "bring the file back from version control, or remove this line if it is to be gone for good");

    // What `digest enrich` finds.
    public static DiagnosticDescriptor NoArxivMetadata { get; } = Error("DS340", "this is no arXiv metadata: {0}", "{1}");

    public static DiagnosticDescriptor RecordPassedOver { get; } = Warning("DS341", "this line is passed over: {0}", "nothing needs doing about a few such lines; get the file anew if it was cut off or changed on its way");

    public static DiagnosticDescriptor RecordsPassedOver { get; } = Warning("DS342", "{0} more lines are passed over", "get the file anew if it was cut off or changed on its way");

    public static DiagnosticDescriptor TitleOfSeveralIds { get; } = Suggestion("DS343", "arXiv has several papers of this title: {0}", "find out which it is, and write its id under `papers:` in content/papers.yml: `{1}: {{ arxiv: \"{2}\" }}`");

    public static DiagnosticDescriptor IdContradicted { get; } = Suggestion("DS344", "arXiv's {0} has this title, but {1}", "if it is the paper all the same, write under `papers:` in content/papers.yml: `{2}: {{ arxiv: \"{0}\" }}`");

    public static DiagnosticDescriptor IdOfAnotherPaper { get; } = Suggestion("DS345", "arXiv's {0} has this title, but it is the id of `{1}`", "if `{2}` is that paper, write under `{1}:` in content/papers.yml: `aliases: [{2}]`");

    public static DiagnosticDescriptor AddressNotSure { get; } = Suggestion("DS346", "arXiv's {0} has this title, but the paper's address is not recorded and would change", "run `digest record`, then enrich again");

    public static DiagnosticDescriptor PapersNotExtensible { get; } = Error("DS347", "the file has a form that cannot be added to without changing it", "add by hand: {0}");

    public static DiagnosticDescriptor PapersChanged { get; } = Error("DS348", "the file was changed while arXiv's metadata was read", "run `digest enrich` again");

    // What `digest record` is told of addresses.
    public static DiagnosticDescriptor NotPublished { get; } = Error("DS350", "`{0}` was never published: the ledger has no such address", "{1}");

    public static DiagnosticDescriptor StillAnswers { get; } = Error("DS351", "`/{0}` is not gone: {1}", "{2}");

    public static DiagnosticDescriptor NoPlaceToGo { get; } = Error("DS352", "`/{0}` cannot lead to `{1}`, which is {2}", "{3}");

    public static DiagnosticDescriptor ReroutedTwice { get; } = Error("DS353", "`/{0}` is given twice", "say once where it went");

    // How large a site may be.
    public static DiagnosticDescriptor SiteNearlyTooLarge { get; } = Warning("DS354", "the site has {0} in {1} files, {2} % of what GitHub Pages takes; most of it: {3}", "begin another site for the captures to come, or publish this one elsewhere and acknowledge this (docs/editing.md)");

    public static DiagnosticDescriptor FileTooLarge { get; } = Warning("DS355", "`/{0}` has {1}; GitHub takes no file of more than 100 MiB into a repository", "publish the site by an action, which uploads it without a repository, or make the file smaller");

    public static DiagnosticDescriptor TagAddedAndRemoved { get; } = Error("DS323", "the tag `{0}` is both added and removed", "keep one of the two");

    // ---- DS4xx: templates
    //
    public static DiagnosticDescriptor NoTemplateFolder { get; } = Error("DS401", "there is no folder `{0}`", "create it, or name the templates folder that you mean");

    public static DiagnosticDescriptor AssetNameIsNoAddress { get; } = Error("DS403", "`{0}` cannot be an address of the site", "rename the file: ASCII letters, digits, `-`, `.` and `_` only");

    public static DiagnosticDescriptor MissingTemplate { get; } = Error("DS404", "the template `{0}` is missing", "add the file `{0}` to this folder; {1}");

    public static DiagnosticDescriptor UnusedTemplate { get; } = Warning("DS405", "nothing uses the template `{0}`", "rename or remove it; {1}");

    public static DiagnosticDescriptor UnclosedTag { get; } = Error("DS406", "this tag has no end", "close it with as many braces as open it");

    public static DiagnosticDescriptor UnclosedBlock { get; } = Error("DS407", "`{{{{#{0}}}}}` is never closed", "write `{{{{/{0}}}}}` where it ends");

    public static DiagnosticDescriptor MismatchedClose { get; } = Error("DS408", "`{{{{/{0}}}}}` closes `{{{{#{1}}}}}` of line {2}", "write `{{{{/{1}}}}}`");

    public static DiagnosticDescriptor NothingToClose { get; } = Error("DS409", "`{{{{/{0}}}}}` closes nothing", "remove it, or open the block before it");

    public static DiagnosticDescriptor MisplacedElse { get; } = Error("DS410", "`{{{{else}}}}` belongs to no block, or the block has one already", "put it once between the block's two tags");

    public static DiagnosticDescriptor UnknownName { get; } = Error("DS411", "`{0}` is no name here ({1})", "{2}");

    public static DiagnosticDescriptor UnknownBlock { get; } = Error("DS412", "there is no block `{{{{#{0}}}}}`", "{1}");

    public static DiagnosticDescriptor UnknownHelper { get; } = Error("DS413", "there is no helper `{0}`", "templates call no helpers: write one name, `{{{{name}}}}`");

    public static DiagnosticDescriptor MissingPartial { get; } = Error("DS414", "there is no partial `{0}`", "add `{1}`; {2}");

    public static DiagnosticDescriptor RecursivePartial { get; } = Error("DS415", "the partial `{0}` includes itself: {1}", "break the circle: partials cannot recurse");

    public static DiagnosticDescriptor RawText { get; } = Error("DS416", "`{0}` is {1}, and text must be escaped", "write `{{{{{0}}}}}`; three braces are for markup that the program made");

    public static DiagnosticDescriptor CannotBeWritten { get; } = Error("DS417", "`{0}` is {1} and cannot be written", "{2}");

    public static DiagnosticDescriptor WrongKindForBlock { get; } = Error("DS418", "`{0}` is {1}, `{{{{{2}}}}}` needs {3}", "give it {3}, or use another block");

    public static DiagnosticDescriptor MayBeAbsent { get; } = Error("DS419", "`{0}` may be absent here", "wrap it: `{{{{#with {0}}}}}…{{{{/with}}}}`");

    public static DiagnosticDescriptor UnsupportedTag { get; } = Error("DS420", "`{0}` is not a tag that templates know", "{1}");

    public static DiagnosticDescriptor NothingAbove { get; } = Error("DS421", "`{0}` goes above what this template can see", "`../` reaches what is around `{{{{#each}}}}` and `{{{{#with}}}}` of the same file, and not from the `{{{{else}}}}` of `{{{{#each}}}}`");

    public static DiagnosticDescriptor UnsafePlace { get; } = Error("DS422", "`{0}` stands in a place that escaping does not protect ({1})", "put it between tags, or, if it is no markup or partial, in a quoted attribute");

    public static DiagnosticDescriptor BlockCrossesMarkup { get; } = Error("DS423", "`{{{{#{0}}}}}` begins in one place of the markup ({1}) and its branch ends in another ({2})", "put whole tags or whole attributes within the block");

    public static DiagnosticDescriptor EndsWithinMarkup { get; } = Error("DS424", "the template ends within markup ({0})", "end the tag, quote or comment in the same file");

    // The site's own folder of templates.
    public static DiagnosticDescriptor NeitherTemplateNorAsset { get; } = Warning(
        "DS430", "nothing reads `{0}`: templates end in `.hbs`, files to be copied stand under `assets/`", "{1}");

    public static DiagnosticDescriptor UnusedAsset { get; } = Warning(
        "DS431", "no page, stylesheet or feed links to `{0}`, so no reader ever gets it", "link to it from a template, for example `{{{{site.base}}}}{0}`, or remove it");

    public static DiagnosticDescriptor PartialCannotShow { get; } = Error(
        "DS432", "the built-in partial `{0}` is made for something else than it is given here: {1}", "give it what it is made for, as docs/editing.md has it, or copy it with `digest new template {0}` and change the copy");

    public static DiagnosticDescriptor LookalikePartials { get; } = Error(
        "DS433", "`{0}` differs from `{1}` by capital letters only", "rename it to `{1}` if it is to take that one's place, else give it another name");

    // ---- DS5xx: pages and links
    //
    public static DiagnosticDescriptor TwoFilesAtOnePath { get; } = Error("DS501", "two files want `{0}`: one from {1}, one from {2}", "rename one of them");

    public static DiagnosticDescriptor FileBlocksFolder { get; } = Error("DS502", "`{0}` (from {1}) would be a file, and a folder for `{2}` (from {3})", "rename one of them");
    // From DS510 on: {0} the place (`<a href>`), {1} the URL, {2} what is wrong, {3} what to type, {4} the source, and the number of pages.
    public static DiagnosticDescriptor BrokenLink { get; } = Error("DS510", "`{1}` in {0} leads nowhere: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor OpenFolder { get; } = Error("DS511", "`{1}` in {0} is a folder without its closing slash (from {4})", "{3}");

    public static DiagnosticDescriptor WrongBasePath { get; } = Error("DS512", "`{1}` in {0} {2} the base path (from {4})", "{3}");

    public static DiagnosticDescriptor LetterCase { get; } = Error("DS513", "`{1}` in {0} differs in letter case from the address it means (from {4})", "{3}");

    public static DiagnosticDescriptor EmptyLink { get; } = Error("DS514", "{0} has no address (from {4})", "give it an address, or remove it");

    public static DiagnosticDescriptor MalformedUrl { get; } = Error("DS515", "`{1}` in {0} {2} (from {4})", "{3}");

    public static DiagnosticDescriptor AboveRoot { get; } = Error("DS516", "`{1}` in {0} climbs above the root of the site (from {4})", "{3}");

    public static DiagnosticDescriptor BrokenFragment { get; } = Error("DS517", "`{1}` in {0} names a place that is not there: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor RepeatedId { get; } = Error("DS518", "the id `{1}` stands twice on one page (from {4})", "{3}");

    public static DiagnosticDescriptor NotCanonical { get; } = Error("DS519", "the canonical address `{1}` is not that of its page (from {4})", "{3}");

    public static DiagnosticDescriptor MalformedContact { get; } = Error("DS520", "`{1}` in {0} {2} (from {4})", "{3}");

    public static DiagnosticDescriptor ForbiddenScheme { get; } = Error("DS521", "`{1}` in {0}: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor UnknownScheme { get; } = Warning("DS522", "`{1}` in {0} has the scheme {2}, which few readers can follow (from {4})", "{3}");

    public static DiagnosticDescriptor ProtocolRelative { get; } = Warning("DS523", "`{1}` in {0} leaves out the protocol (from {4})", "{3}");

    public static DiagnosticDescriptor PlainHttp { get; } = Warning("DS524", "`{1}` in {0} is not encrypted (from {4})", "{3}");

    public static DiagnosticDescriptor PrivateHost { get; } = Error("DS525", "`{1}` in {0} leads to {2}, which the public cannot reach (from {4})", "{3}");

    public static DiagnosticDescriptor ExampleHost { get; } = Warning("DS526", "`{1}` in {0} leads to {2}, a name for examples (from {4})", "{3}");

    public static DiagnosticDescriptor RelativeLink { get; } = Error("DS527", "`{1}` in {0} is relative, but is read where there is no page to resolve it against (from {4})", "{3}");

    public static DiagnosticDescriptor UnreadableFile { get; } = Error("DS528", "the file {2} (from {4})", "{3}");

    public static DiagnosticDescriptor ThirdParty { get; } = Warning("DS530", "`{1}` in {0} makes every reader's browser ask another site (from {4})", "{3}");

    public static DiagnosticDescriptor RelativeOnNotFound { get; } = Error("DS529", "`{1}` in {0} is relative, but the page is shown at addresses of any depth (from {4})", "{3}");

    public static DiagnosticDescriptor ReadingsDiffer { get; } = Error(
        "DS531", "two ways of reading the file do not find the same links: {0} (from {1})", "write markup that no parser has to mend; where it is right, this is a fault of the program: report it with the file");

    // ---- DS6xx: publishing
    public static DiagnosticDescriptor OutputAmongSources { get; } = Error(
        "DS614", "the output folder `{0}` is, holds or lies in `{1}`, which the build reads or works in", "choose a folder of its own, for example `--output site`");

    //
    public static DiagnosticDescriptor OutputRefused { get; } = Error("DS601", "nothing is published here: {0}", "choose a folder of the site's own, such as `site`");

    public static DiagnosticDescriptor OutputIsRepository { get; } = Error("DS602", "nothing is published here: this is the root of a git repository", "choose a folder of the site's own, such as `site`; if the site really goes here, create the file `.digest-manifest` in it with the one line `digest-manifest 1`");

    public static DiagnosticDescriptor ManifestDamaged { get; } = Error("DS603", "the list of what earlier builds wrote cannot be read: {0}", "delete this file together with the pages that earlier builds wrote, then build again");

    public static DiagnosticDescriptor ForeignFile { get; } = Error("DS604", "{0} stands where the site wants to write {1}, and no build wrote it", "move it away, or choose another output folder");

    public static DiagnosticDescriptor LinkInOutput { get; } = Error("DS605", "a symbolic link stands where the site wants to write {0}, and links are never followed", "move the link away, or choose another output folder");

    public static DiagnosticDescriptor OutputLocked { get; } = Error("DS606", "another build is publishing here: it holds the lock `{0}`", "wait until the other build is done or stop it, then build again; the lock ends with the build that holds it");

    public static DiagnosticDescriptor PublishingFailed { get; } = Error("DS607", "the site could not be published and is left as it was: {0}", "check that the output folder can be written and that the disk is not full, then build again");

    public static DiagnosticDescriptor OutputChanged { get; } = Error("DS608", "the output folder was changed by somebody else during publishing; the site is left as it was", "build again");

    public static DiagnosticDescriptor FilesCollide { get; } = Error("DS609", "`{0}` and `{1}` (made from {2}) cannot both be written: they are one place, or one is a folder of the other", "give one of them another address");

    public static DiagnosticDescriptor NameReserved { get; } = Error("DS610", "`{0}` cannot be written: names that start with `.digest-` are kept for publishing itself", "give it another address");

    public static DiagnosticDescriptor JournalDamaged { get; } = Error("DS611", "what an interrupted build left behind cannot be read: {0}", "delete the folder `{1}` and build again");

    public static DiagnosticDescriptor PublishingInterrupted { get; } = Error("DS612", "publishing stopped half-way: {0}", "remove the cause and build again: the next build finishes what this one began");

    public static DiagnosticDescriptor OldSiteLeft { get; } = Warning("DS613", "the site is published, but the one it replaces could not be removed: {0}", "delete the folder `{1}`, or let the next build try again");

    // The index that Pagefind makes.
    public static DiagnosticDescriptor NoPagefind { get; } = Error("DS620", "`search: pagefind` needs the program `pagefind`: {0}", "install it (`npm install --global pagefind`), or name its file in the environment variable DIGEST_PAGEFIND; or write `search: minisearch`");

    public static DiagnosticDescriptor PagefindFailed { get; } = Error("DS621", "`pagefind` failed: {0}", "run `pagefind --version` to see whether it works here, and build again; or write `search: minisearch`");

    public static DiagnosticDescriptor PagefindTimedOut { get; } = Error("DS622", "`pagefind` was not done after {0} and was ended", "build again when the machine is less busy; or write `search: minisearch`");

    public static DiagnosticDescriptor PagefindIncomplete { get; } = Error("DS623", "the index that `pagefind` made is not whole: {0}", "update it (`npm install --global pagefind@latest`), and build again; or write `search: minisearch`");

    // Comparing built sites.
    public static DiagnosticDescriptor NoBuiltSite { get; } = Error("DS630", "this is no built site: {0}", "name a folder that `digest build` wrote, or an empty one to compare with nothing");

    // What feed entries may hold, and what their ids begin with.
    public static DiagnosticDescriptor LostElement { get; } = Warning("DS650", "`<{0}>` is taken out of feed entries{1}", "write headings, paragraphs, lists, links, `em`, `strong`, `sub`, `sup` and `code`: feed readers show nothing else alike");

    public static DiagnosticDescriptor LostAttribute { get; } = Warning("DS651", "`{0}` is taken out of feed entries: of attributes, only the `href` of a link stays", "remove it");

    public static DiagnosticDescriptor LostAddress { get; } = Warning("DS652", "this link is taken out of feed entries, its words stay: an address there begins with `https:`, `http:` or `mailto:`, or is one of the site", "link to a page, or remove the link");

    public static DiagnosticDescriptor AuthorityChanged { get; } = Error(
        "DS655", "`{0}` is another feed authority than `{1}`, under which entries were published: every subscriber would get every entry once more",
        "write `feed_authority: {1}` again; or, if that is what you want, write `{0}` in line {2} of {3}");

    // The digest by mail.
    public static DiagnosticDescriptor MailNotSet { get; } = Error("DS660", "nothing says who sends the digest by mail", "add to this file, with addresses of your own: `mail: {{ from: digest@your-host.org, unsubscribe: [\"mailto:leave@your-host.org\"] }}` (docs/editing.md, \"Mail\")");

    public static DiagnosticDescriptor NoWayToLeave { get; } = Error("DS661", "`{0}` needs {1}", "{2}");

    public static DiagnosticDescriptor NoDigestToMail { get; } = Error("DS662", "there is no digest {0}", "{1}");

    public static DiagnosticDescriptor DigestWithoutPapers { get; } = Error("DS663", "the digest of {0} has no paper to tell of", "mail another one; papers that were taken down are not mailed");

    public static DiagnosticDescriptor NoteNotReady { get; } = Error("DS664", "a digest is mailed once, and the note on this one {0}", "{1}; or mail the digest without it: `--without-note`");

    public static DiagnosticDescriptor AlreadyMailed { get; } = Error("DS665", "the digest of {0} was mailed to the list `{1}` on {2}", "if everybody is to get it a second time, say so with `--again`; for others, name another list: `--list NAME`");

    public static DiagnosticDescriptor MailingUnsettled { get; } = Error("DS666", "mailing the digest of {0} to the list `{1}` began on {2}; {3}", "{4}");

    public static DiagnosticDescriptor NotReserved { get; } = Error("DS670", "nothing {0}", "{1}");

    public static DiagnosticDescriptor MailedLine { get; } = Error("DS667", "this is no line of what has been mailed, or repeats one", "restore it from version control: a digest whose line is missing would be mailed again");

    public static DiagnosticDescriptor NotARecipient { get; } = Error("DS668", "here is {0}", "write an address such as `name@host.org`, one a line; a line that begins with `#` is a remark");

    public static DiagnosticDescriptor MailBusy { get; } = Error("DS669", "another `digest mail` is at work here", "wait until it is done; its lock ends with it");

    public static DiagnosticDescriptor ServerNotReached { get; } = Error("DS671", "the mail server cannot be reached: {0}; nothing was mailed", "check name and port: servers take mail on 587, some on 465, and rarely on 25");

    public static DiagnosticDescriptor NotEncrypted { get; } = Error("DS672", "the mail server does not encrypt: {0}; nothing was mailed", "use a server or port that offers STARTTLS, or 465, where all is encrypted from the start; `--insecure` allows plain text to this machine only");

    public static DiagnosticDescriptor CertificateRefused { get; } = Error("DS673", "the mail server's certificate does not hold: {0}; nothing was mailed", "name the server as its certificate does; one of your own making is trusted by the file that the environment variable SSL_CERT_FILE names");

    public static DiagnosticDescriptor LoginRefused { get; } = Error("DS674", "the mail server does not let in {0}: {1}; nothing was mailed", "check `--user` and the environment variable DIGEST_SMTP_PASSWORD; some servers want a password made for programs");

    public static DiagnosticDescriptor RecipientRefused { get; } = Error("DS675", "the mail server {0} this recipient, who did not get the digest: it says `{1}`", "{2}");

    public static DiagnosticDescriptor MessageRefused { get; } = Error("DS676", "the mail server refused the message: {0}; {1}", "{2}");

    public static DiagnosticDescriptor ConnectionLost { get; } = Error("DS677", "the mail server {0}; {1}", "{2}");

    public static DiagnosticDescriptor MailingUncertain { get; } = Error("DS678", "the whole message was handed over, but the mail server {0}: whether it is delivered, only the server knows; {1}", "content/mailed.tsv has the line of this mailing as `begun`, so that nothing is mailed twice: the next `digest mail` says how to settle it");

    public static DiagnosticDescriptor NotRecordedToMail { get; } = Error("DS659", "{0}, and mail cannot be called back", "run `digest record` and commit content/ledger.tsv first: what a message leads to has to stay where it is");

    public static DiagnosticDescriptor MessageTooLarge { get; } = Error("DS679", "with these templates a message has more than {0} kB even without a paper, and mail programs would cut it", "make `{1}` and `{2}` in your templates smaller");

    // Links to other sites, asked over the network: {0} to {4} as from DS510 on.
    public static DiagnosticDescriptor GoneLink { get; } = Error("DS680", "`{1}` in {0} is broken: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor EndlessRedirect { get; } = Error("DS681", "`{1}` in {0} leads nowhere: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor MovedLink { get; } = Warning("DS682", "`{1}` in {0} has moved for good{2} (from {4})", "{3}");

    public static DiagnosticDescriptor UntoldLink { get; } = Warning("DS683", "whether `{1}` in {0} is good could not be told: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor ForeignFragment { get; } = Warning("DS684", "`{1}` in {0} names a place that its page does not have: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor PrivateTarget { get; } = Warning("DS685", "`{1}` in {0} was not followed: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor LinkCacheDamaged { get; } = Warning("DS686", "what earlier checks of links learnt cannot be read, so every link is asked anew: {0}", "nothing needs to be done: this check writes it anew");

    public static DiagnosticDescriptor LinksNotAsked { get; } = Warning("DS687", "{0} not asked: {1}", "nothing needs to be done: the next check begins with them");

    public static DiagnosticDescriptor LinkCacheNotWritten { get; } = Warning("DS688", "what this check learnt cannot be kept: {0}", "make the folder writable; until then every check asks every link");

    // ---- DS7xx: suggestions
    //
    public static DiagnosticDescriptor PaperInOther { get; } = Suggestion("DS701", "`{0}` is under Other: no theme reaches {1} points, {2}", "`digest suggest {3}` looks for phrases that would settle it");

    public static DiagnosticDescriptor NarrowMargin { get; } = Suggestion("DS702", "`{0}` is under `{1}` with {2}, and `{3}` has {4}", "if that is right, confirm it with `theme: {1}` in content/papers.yml; `digest suggest {5}` shows phrases that would settle it");

    public static DiagnosticDescriptor NoteNotShown { get; } = Suggestion("DS704", "readers do not see this note: {0}", "{1}");

    public static DiagnosticDescriptor UnmatchedPhrase { get; } = Suggestion("DS705", "no paper has `{0}` yet", "if it is misspelt, correct it: a phrase is found as whole words, the last of which may end in `s` or `es`");

    public static DiagnosticDescriptor LooksLikeOne { get; } = Suggestion("DS703", "`{0}` differs from `{1}` only {2}", "if they are one paper, add to content/papers.yml {3}");

    /// <summary>Every one of them, by id.</summary>
    /// <remarks>Not a property: those are the diagnostics.</remarks>
    public static FrozenDictionary<string, DiagnosticDescriptor> ById() => _byId.Value;

    private static readonly Lazy<FrozenDictionary<string, DiagnosticDescriptor>> _byId = new(() => typeof(Catalog).GetProperties()
        .Select(p => p.GetValue(null))
        .OfType<DiagnosticDescriptor>()
        .ToFrozenDictionary(d => d.Id, StringComparer.Ordinal));

    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);

    private static DiagnosticDescriptor Suggestion(string id, string message, string wayOut) => new(id, Severity.Suggestion, message, wayOut);
}
