using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Networks.Groups;

namespace GuidelineBench.Core.Networks.Catalogue;

/// <summary>The groups of networks that <c>--networks</c> knows, and what else it takes.</summary>
public static class NetworkGroups
{
    private static readonly ImmutableArray<(string Name, Func<GroupTable> Table)> Tables =
    [
        (Table6Group.Name, () => Table6Group.Table),
        (Table7Group.Name, () => Table7Group.Table),
        (Table8Group.Name, () => Table8Group.Table),
        (Appendix1aGroup.Name, () => Appendix1aGroup.Table),
        (Appendix1bGroup.Name, () => Appendix1bGroup.Table),
        (AlexNetGroup.Name, () => AlexNetGroup.Table),
    ];

    /// <summary>Of all groups; no network is looked up for them.</summary>
    public static IEnumerable<string> Names => Tables.Select(table => table.Name);

    public static ImmutableArray<NetworkGroup> All => Members.Groups;

    /// <returns>The group of that name, or null.</returns>
    public static NetworkGroup? Find(string name) => All.FirstOrDefault(group => group.Name == name);

    /// <summary>Reads a <see cref="NetworkCase.Name"/>; any network of the catalogue and any stack of units at any input that it can take.</summary>
    /// <param name="error">What is wrong and what is allowed, one line.</param>
    public static bool TryParse(string name, [NotNullWhen(true)] out NetworkCase? networkCase, [NotNullWhen(false)] out string? error)
    {
        try
        {
            NetworkCase parsed = CaseName.Parse(name);
            if (!Members.CasesByName.TryGetValue(parsed.Name, out networkCase))
            {
                CaseName.Check(parsed);
                networkCase = parsed;
            }

            error = null;
            return true;
        }
        catch (ArgumentException exception)
        {
            networkCase = null;
            error = LineText.Of(exception.Message);
            return false;
        }
    }

    /// <summary>The cases that one name stands for: those of a group, or the one of a network.</summary>
    /// <param name="error">What is wrong, one line.</param>
    public static bool TrySelect(string name, out ImmutableArray<NetworkCase> cases, [NotNullWhen(false)] out string? error)
    {
        if (Find(name) is { } group)
        {
            cases = group.Cases;
            error = null;
            return true;
        }

        if (TryParse(name, out NetworkCase? networkCase, out error))
        {
            cases = [networkCase];
            return true;
        }

        cases = [];
        return false;
    }

    /// <summary>Made when a network is first asked for.</summary>
    private static class Members
    {
        private static readonly ImmutableArray<GroupTable> Printed = [.. Tables.Select(table => table.Table())];

        public static ImmutableDictionary<string, NetworkCase> CasesByName { get; } = Printed
            .SelectMany(table => table.Members)
            .GroupBy(member => member.Case, member => member.Row)
            .ToImmutableDictionary(rows => rows.Key, rows => CaseName.Parse(rows.Key) with { Rows = [.. rows] });

        public static ImmutableArray<NetworkGroup> Groups { get; } =
        [
            .. Printed.Select(table => new NetworkGroup(
                table.Name, table.Title, [.. table.Members.Select(member => CasesByName[member.Case]).Distinct()])),
        ];
    }
}

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
