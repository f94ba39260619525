namespace GuidelineBench.Core.Results;

/// <summary>A file is no usable result file; the message is one line for the user: where, what, what is allowed.</summary>
public sealed class ResultFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Where a value stands in a result file, e.g. <c>cells[3].operators[0].ns</c>. A file has tens of thousands of values and
/// hardly ever a wrong one: the text is made when it is asked for.
/// </summary>
/// <param name="Owner">The member of the file, or the list that the value is in.</param>
/// <param name="Index">Position in the list, from 0; null outside one.</param>
/// <param name="Member">Of the list's item; null for the item itself.</param>
internal readonly record struct MemberPlace(string Owner, int? Index = null, string? Member = null)
{
    public static implicit operator MemberPlace(string owner) => new(owner);

    /// <summary>A member of the item that stands here.</summary>
    public MemberPlace Of(string member) => Member is null && Index is not null ? this with { Member = member } : new($"{this}.{member}");

    public override string ToString() =>
        (Index is { } index ? FormattableString.Invariant($"{Owner}[{index}]") : Owner) + (Member is null ? "" : $".{Member}");
}
