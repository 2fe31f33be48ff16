namespace DigestSite.Relating;

/// <summary>A place on the map: both numbers from 0 to 1, from the left and from the top.</summary>
internal readonly record struct MapPoint(double X, double Y);
