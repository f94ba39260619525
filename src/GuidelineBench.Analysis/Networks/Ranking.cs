using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Networks;

/// <summary>Places by speed, 1 for the fastest; equal speeds share a place.</summary>
public static class Ranking
{
    /// <returns>By item; items without a value have no place.</returns>
    public static ImmutableDictionary<T, int> Of<T>(IEnumerable<T> items, Func<T, double?> speed)
        where T : notnull
    {
        (T Item, double Speed)[] ordered =
        [
            .. from item in items
               let value = speed(item)
               where value is not null
               orderby value descending
               select (item, value.Value),
        ];
        return ordered.ToImmutableDictionary(entry => entry.Item, entry => 1 + Array.FindIndex(ordered, other => other.Speed == entry.Speed));
    }
}
