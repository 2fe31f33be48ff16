using System.Text.Json;
using DigestSite.Papers;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>Reads one item. Properties come in any order; unknown ones are passed over, whatever is in them.</summary>
internal sealed class ItemReader(CapturedJson json)
{
    private readonly ValueReader _values = new(json);

    /// <summary>Reads the object that the reader is at, up to its end.</summary>
    public PaperItem Read(ref Utf8JsonReader reader)
    {
        var item = new PaperItem { Start = reader.TokenStartIndex };
        _values.Properties(ref reader, "", (scoped ReadOnlySpan<char> name, ref Utf8JsonReader value) => ReadOuter(name, ref value, item));
        item.End = reader.TokenStartIndex;
        return item;
    }

    // What the paper's own fields tell already need not be read again; they stand first in what the API answers.
    private void ReadOuter(scoped ReadOnlySpan<char> name, ref Utf8JsonReader reader, PaperItem item)
    {
        switch (name)
        {
            case "paper" when reader.TokenType == JsonTokenType.StartObject:
                item.HasPaper = true;
                _values.Properties(ref reader, "paper", (scoped ReadOnlySpan<char> inner, ref Utf8JsonReader value) => ReadPaper(inner, ref value, item));
                break;
            case "title" when item.Title.Text is null:
                item.OuterTitle = _values.String(ref reader, "title");
                break;
            case "summary" when item.Summary is null:
                item.OuterSummary = _values.Text(ref reader, "summary");
                break;
            case "numComments":
                item.Comments = _values.Count(ref reader, "numComments");
                break;
            case "organization" when item.Organization is null:
                item.OuterOrganization = ReadOrganization(ref reader, "organization");
                break;
            case "submittedBy":
                item.OuterSubmitter = ReadAccount(ref reader, "submittedBy");
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadPaper(scoped ReadOnlySpan<char> name, ref Utf8JsonReader reader, PaperItem item)
    {
        switch (name)
        {
            case "id":
                item.Id = _values.String(ref reader, "paper.id");
                break;
            case "title":
                item.Title = _values.String(ref reader, "paper.title");
                break;
            case "summary":
                item.Summary = _values.Text(ref reader, "paper.summary");
                break;
            case "authors":
                item.Authors = [];
                item.AuthorCount = 0;
                _values.Elements(ref reader, "paper.authors", (ref Utf8JsonReader author) => ReadAuthor(ref author, item));
                break;
            case "organization":
                item.Organization = ReadOrganization(ref reader, "paper.organization");
                break;
            case "publishedAt":
                item.Published = _values.Day(ref reader, "paper.publishedAt") is { } published ? new(published.Year, published.Month, published.Day) : null;
                break;
            case "submittedOnDailyAt":
                long offset = reader.TokenStartIndex;
                item.Submitted = _values.Day(ref reader, "paper.submittedOnDailyAt") is { } submitted ? (submitted, offset) : null;
                break;
            case "submittedOnDailyBy":
                item.Submitter = ReadAccount(ref reader, "paper.submittedOnDailyBy");
                break;
            case "upvotes":
                item.Upvotes = _values.Count(ref reader, "paper.upvotes");
                break;
            default:
                ReadLinks(name, ref reader, item);
                break;
        }
    }

    private void ReadLinks(scoped ReadOnlySpan<char> name, ref Utf8JsonReader reader, PaperItem item)
    {
        switch (name)
        {
            case "githubRepo":
                item.Repository = _values.Address(ref reader, "paper.githubRepo", isGitHub: true);
                break;
            case "githubStars":
                item.Stars = _values.Count(ref reader, "paper.githubStars");
                break;
            case "projectPage":
                item.ProjectPage = _values.Address(ref reader, "paper.projectPage");
                break;
            case "ai_keywords":
                item.Keywords = [];
                _values.Elements(ref reader, "paper.ai_keywords", (ref Utf8JsonReader word) => ReadKeyword(ref word, item));
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadAuthor(ref Utf8JsonReader reader, PaperItem item)
    {
        string? author = null;
        bool isHidden = false;
        _values.Properties(ref reader, "paper.authors", (scoped ReadOnlySpan<char> name, ref Utf8JsonReader value) =>
        {
            switch (name)
            {
                case "name":
                    author = _values.Text(ref value, "paper.authors.name");
                    break;
                case "hidden":
                    isHidden = value.TokenType == JsonTokenType.True;
                    value.Skip();
                    break;
                default:
                    value.Skip();
                    break;
            }
        });
        if (author is null && !isHidden)
        {
            return;
        }

        item.AuthorCount++;
        if (author is not null && !isHidden)
        {
            item.Authors.Add(author);
        }
    }

    private void ReadKeyword(ref Utf8JsonReader reader, PaperItem item)
    {
        if (_values.Text(ref reader, "paper.ai_keywords") is { } keyword)
        {
            item.Keywords.Add(keyword);
        }
    }

    // A text listing prints the handle and the full name, the same twice where they are the same.
    private Organization? ReadOrganization(ref Utf8JsonReader reader, string path)
    {
        string? handle = null;
        string? fullName = null;
        _values.Properties(ref reader, path, (scoped ReadOnlySpan<char> name, ref Utf8JsonReader value) =>
        {
            switch (name)
            {
                case "name":
                    handle = _values.Text(ref value, path + ".name");
                    break;
                case "fullname":
                    fullName = _values.Text(ref value, path + ".fullname");
                    break;
                default:
                    value.Skip();
                    break;
            }
        });
        return (handle, fullName) is (null, null) ? null : new(handle is null ? fullName! : fullName is null ? handle : $"{handle} {fullName}");
    }

    private string? ReadAccount(ref Utf8JsonReader reader, string path)
    {
        string? account = null;
        _values.Properties(ref reader, path, (scoped ReadOnlySpan<char> name, ref Utf8JsonReader value) =>
        {
            if (name is "name")
            {
                account = _values.Text(ref value, path + ".name");
            }
            else
            {
                value.Skip();
            }
        });
        return account;
    }
}
