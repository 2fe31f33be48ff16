namespace DigestSite;

/// <summary>When a file is best rendered, so that no thread waits for another. The site is the same in any order.</summary>
internal enum RenderTurn
{
    /// <summary>It takes as long as hundreds of pages: all would wait for it at the end.</summary>
    First,

    Usual,

    /// <summary>Nearly all of it is made on the way to other files: until then it would wait for them.</summary>
    Last,
}
