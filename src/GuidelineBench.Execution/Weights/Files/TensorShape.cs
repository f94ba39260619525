using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>The dimensions of a tensor, slowest first; none for a single number.</summary>
public sealed record TensorShape
{
    private TensorShape(ImmutableArray<long> dimensions, long elements)
    {
        Dimensions = dimensions;
        Elements = elements;
    }

    public ImmutableArray<long> Dimensions { get; }

    /// <summary>The product of the dimensions.</summary>
    public long Elements { get; }

    /// <exception cref="ArgumentException">A dimension is negative, or there are too many elements to count.</exception>
    public static TensorShape Of(params ReadOnlySpan<long> dimensions) =>
        TryCreate([.. dimensions], out TensorShape? shape)
            ? shape
            : throw new ArgumentException("A shape has dimensions of 0 or more, and a countable number of elements.", nameof(dimensions));

    /// <returns>False where a dimension is negative or the elements do not fit 64 bits.</returns>
    public static bool TryCreate(ImmutableArray<long> dimensions, [NotNullWhen(true)] out TensorShape? shape)
    {
        shape = null;
        long elements = 1;
        foreach (long dimension in dimensions)
        {
            if (dimension < 0 || (Int128)elements * dimension > long.MaxValue)
                return false;
            elements *= dimension;
        }

        shape = new TensorShape(dimensions, elements);
        return true;
    }

    public bool Equals(TensorShape? other) => other is not null && Dimensions.SequenceEqual(other.Dimensions);

    public override int GetHashCode() => Dimensions.Aggregate(0, HashCode.Combine);

    /// <summary>As in <c>[24, 3, 3, 3]</c>.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", Dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)))}]";
}
