using System.Collections.Immutable;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What says that the clock was held back while the rounds ran, in one sentence each.</summary>
internal static class ThrottleFlags
{
    /// <summary>
    /// Bits of a Raspberry Pi's firmware for now and, 16 higher, for since the start, as its documentation of
    /// vcgencmd get_throttled lists them.
    /// </summary>
    private static readonly (int Bit, string What)[] PiBits =
        [(0, "too low a voltage"), (1, "a limit of the clock"), (2, "throttling"), (3, "the soft limit of the temperature")];

    private const int SinceStart = 16;

    /// <param name="before">Read before the first round.</param>
    /// <param name="borders">Read at the end of each round.</param>
    public static ImmutableArray<string> Of(ThrottleState before, IReadOnlyCollection<ThrottleState> borders) => [.. Flags(before, borders)];

    private static IEnumerable<string> Flags(ThrottleState before, IReadOnlyCollection<ThrottleState> borders)
    {
        if (borders.Count == 0)
            yield break;
        if (borders.Last().Events - before.Events is { } events and > 0)
            yield return FormattableString.Invariant($"Cores were slowed down because of heat {events} times while the rounds ran (thermal_throttle).");
        if (PiFlags(before, borders) is { Length: > 0 } reasons)
            yield return $"The board's firmware held the clock back: {string.Join(", ", reasons)}.";
        string[] coolers = [.. borders.SelectMany(border => border.Coolers).Distinct().Order(StringComparer.Ordinal)];
        if (coolers.Length > 0)
            yield return $"The system held the clock back because of heat: {string.Join(", ", coolers)}.";
    }

    /// <summary>What holds at a border, or was noted since the start and not yet before the first round.</summary>
    private static string[] PiFlags(ThrottleState before, IEnumerable<ThrottleState> borders) =>
    [
        .. from bit in PiBits
           where borders.Any(border => (border.PiFlags >> bit.Bit & 1) == 1 ||
               ((border.PiFlags & ~(before.PiFlags ?? 0)) >> (bit.Bit + SinceStart) & 1) == 1)
           select bit.What,
    ];
}
