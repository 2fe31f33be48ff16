using System.Text;

namespace DigestSite.Cli.Mailing;

/// <summary>Who hands mail in. The password is printed nowhere.</summary>
internal sealed class Login(string user, string password)
{
    public string User => user;

    public string Password => password;

    /// <summary>As AUTH PLAIN has it (RFC 4616).</summary>
    public string Response => Base64($"\0{user}\0{password}");

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether a server shows the password again, plain or as it was sent: some repeat the line they did not like.</summary>
    public bool IsShownIn(IReadOnlyList<string> words) =>
        ServerWords.Show(password, words) || ServerWords.Show(Base64(password), words) || ServerWords.Show(Response, words);
}
