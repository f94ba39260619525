using GuidelineBench.Core.Networks;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworkCells
{
    /// <summary>What the networks of a table are; columns of what was measured follow.</summary>
    public static Columns<ComparedNetwork> Columns(string head = "network") => new Columns<ComparedNetwork>()
        .Name(head, row => NetworkNames.Of(row))
        .Text("architecture", row => Status(row.Case));

    /// <summary>How sure it is that the architecture is the paper's; the reason for a reader who points at it.</summary>
    /// <param name="network">Null for one that the catalogue does not have.</param>
    public static Cell Status(NetworkCase? network) => new(NetworkNames.Of(network?.Entry.Status), Title: network?.Entry.Note);

    /// <returns>Null where it has a time, or was not asked for.</returns>
    public static string? Skipped(MeasuredNetwork? network) =>
        network is { ImagesPerSecond: null, Cell.Skipped: { } reason } ? $"skipped: {reason}" : null;

    /// <summary>Notes of networks whose architecture is not published in full.</summary>
    public static BulletList Notes(IEnumerable<ComparedNetwork> networks) => BulletList.Of(
        from row in networks
        group row by row.Case.Entry.Note into note
        where note.Key is not null
        select $"{NetworkNames.List([.. note.Select(NetworkNames.Short).Distinct()])}: {note.Key}",
        ListKind.Notes);
}
