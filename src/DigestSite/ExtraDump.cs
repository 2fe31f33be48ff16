namespace DigestSite;

/// <summary>A captured file that is not in content/dumps or content/metadata yet, compiled as if it were.</summary>
/// <param name="Name">The file name that it has there.</param>
/// <param name="Source">Where it comes from, for messages.</param>
/// <param name="Bytes">As they came.</param>
/// <param name="Year">The year of the capture, where it is given by hand; then it is final.</param>
/// <param name="IsMetadata">Whether its place is content/metadata.</param>
internal sealed record ExtraDump(string Name, string Source, byte[] Bytes, int? Year = null, bool IsMetadata = false);
