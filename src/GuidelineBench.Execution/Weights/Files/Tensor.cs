using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>Numbers with a shape.</summary>
/// <param name="Values">The last dimension varies fastest.</param>
public sealed record Tensor(TensorShape Shape, float[] Values);

/// <summary>The dimensions of a tensor, slowest first; none for a single number.</summary>
public sealed record TensorShape
{
    /// <summary>Ends sentences that say what is allowed in a file.</summary>
    internal const string Allowed = "up to 32 dimensions of 0 or more whose product fits 64 bits";

    /// <summary>NumPy's limit for long; weights have four.</summary>
    private const int MostDimensions = 32;

    private TensorShape(ImmutableArray<long> dimensions, long elements)
    {
        Dimensions = dimensions;
        Elements = elements;
    }

    public ImmutableArray<long> Dimensions { get; }

    /// <summary>The product of the dimensions.</summary>
    public long Elements { get; }

    /// <exception cref="ArgumentException">There are too many dimensions, one is negative, or there are too many elements to count.</exception>
    public static TensorShape Of(params ReadOnlySpan<long> dimensions) =>
        TryCreate([.. dimensions], out TensorShape? shape)
            ? shape
            : throw new ArgumentException($"A shape has {Allowed}.", nameof(dimensions));

    /// <returns>False where there are too many dimensions, one is negative, or the elements do not fit 64 bits.</returns>
    public static bool TryCreate(ImmutableArray<long> dimensions, [NotNullWhen(true)] out TensorShape? shape)
    {
        shape = null;
        if (dimensions.Length > MostDimensions)
            return false;
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

/// <summary>A file of tensors cannot be used; the message is one line for the user: what, where, what is allowed.</summary>
public sealed class TensorFileException : Exception
{
    /// <param name="what">What is wrong.</param>
    /// <param name="path">The file.</param>
    /// <param name="allowed">What would be accepted.</param>
    public TensorFileException(string what, string path, string allowed, Exception? inner = null)
        : base(LineText.Of($"{what}: {path}; allowed: {allowed}"), inner)
    {
    }

    /// <returns>A text from a file in quotes: it can be of any length and hold anything.</returns>
    internal static string Quote(string text) => LineText.Quoted(text);
}
