using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>A network at an input: what is asked for, run and found in result files.</summary>
/// <param name="Name">
/// <c>NAME</c> at the paper's own input, <c>NAME@HEIGHTxWIDTH</c> at another, <c>NAME_backbone</c> in place of <c>NAME</c>
/// without the classification head. One case has one name.
/// </param>
/// <param name="Input">One image.</param>
/// <param name="IsBackbone">Whether the classification head is left out.</param>
/// <param name="Rows">All places where the paper prints figures for it, in order of the groups; empty where it prints none.</param>
public sealed record NetworkCase(
    string Name, NetworkEntry Entry, MapShape Input, bool IsBackbone, ImmutableArray<PaperRow> Rows)
{
    /// <summary>The row of a result file: the first label in the paper, else the name.</summary>
    public string Row => Rows.IsEmpty ? Name : Rows[0].Label;

    /// <summary>The graph, which has this case's name.</summary>
    /// <exception cref="ArgumentException">The network cannot take this input; the message says why.</exception>
    public Graph Build()
    {
        Graph graph = Entry.Builder(Input);
        return IsBackbone ? Backbone.Of(graph, Name) : new Graph(Name, graph.Nodes);
    }
}

/// <summary>Where the paper prints figures for a network.</summary>
/// <param name="Group">Name of the group, which tells the table.</param>
/// <param name="Label">The row for readers: the printed model, and level, channels and size where these tell rows apart.</param>
/// <param name="Row">Index in the rows of the table's record in <see cref="Paper.PaperTables"/>.</param>
/// <param name="Column">Index in the lists of that row: level of complexity, channels or input size; 0 where the row has single figures.</param>
public sealed record PaperRow(string Group, string Label, int Row, int Column = 0);
