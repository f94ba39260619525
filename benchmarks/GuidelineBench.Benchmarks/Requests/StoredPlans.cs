using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>The plans of a result file, to be run again as they were chosen then.</summary>
public sealed class StoredPlans
{
    private readonly string source;
    private readonly ImmutableDictionary<CellKey, string> texts;

    /// <param name="source">Name of the file, for messages.</param>
    public StoredPlans(ResultFile file, string source)
    {
        this.source = source;
        texts = file.Cells
            .Where(cell => cell.Plan is not null)
            .ToImmutableDictionary(CellKey.Of, cell => cell.Plan!);
    }

    /// <exception cref="RunException">The file has no plan for the cell, or one that is not readable.</exception>
    public PlanChoices Of(CellDefinition cell) =>
        Find(cell) ?? throw new RunException($"{source} has no plan for {cell}; only cells that it holds can be run from it.");

    /// <returns>The cell's plan, or null when the file has none.</returns>
    /// <exception cref="RunException">It is not readable.</exception>
    public PlanChoices? Find(CellDefinition cell)
    {
        if (!texts.TryGetValue(CellKey.Of(cell.ToResult()), out string? text))
            return null;
        try
        {
            return PlanChoices.Parse(text);
        }
        catch (PlanException error)
        {
            throw new RunException($"{source}, {cell}: {error.Message}");
        }
    }
}
