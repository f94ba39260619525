namespace GuidelineBench.Reporting.Tests.Samples;

/// <summary>xorshift32: the same numbers under every version of the runtime.</summary>
internal sealed class Noise(uint seed)
{
    private uint state = seed == 0 ? 1 : seed;

    /// <returns>0 to 1.</returns>
    public double Next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state / (double)uint.MaxValue;
    }
}
