using System.Collections.Immutable;

namespace GuidelineBench.Core.Networks.Catalogue;

/// <summary>The networks of a table.</summary>
/// <param name="Name">As in <c>--networks</c>.</param>
/// <param name="Title">What the table compares, a few words.</param>
/// <param name="Cases">Each once, in the table's order.</param>
public sealed record NetworkGroup(string Name, string Title, ImmutableArray<NetworkCase> Cases)
{
    /// <summary>The table's rows, or its cells where a row has several, with what is run for each, in the table's order.</summary>
    public IEnumerable<(NetworkCase Case, PaperRow Row)> Rows =>
        from networkCase in Cases
        from row in networkCase.Rows
        where row.Group == Name
        orderby row.Row, row.Column
        select (networkCase, row);
}
