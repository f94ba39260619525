namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class HandClock : TimeProvider
{
    public long Seconds { get; set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Seconds;
}
