namespace GuidelineBench.Core.Paper;

/// <summary>A speed that the paper prints in Tables 1 to 4.</summary>
/// <param name="PerSecond">Snapdragon 810: images per second; GTX 1080Ti: batches per second, of one image each.</param>
/// <param name="MultiplyAdds">Per image, of the channels that the paper prints; where these are not what is run, as in Table 2 at c = 180 and g = 8, not of the latter.</param>
public sealed record PrintedSpeed(double PerSecond, long MultiplyAdds)
{
    /// <summary>Nanoseconds per multiply-add, in which rows of unequal work are compared.</summary>
    public double NsPerMultiplyAdd => 1e9 / PerSecond / MultiplyAdds;
}
