using System.Collections.Immutable;

namespace GuidelineBench.Cli.Models;

/// <summary>A cost model in an answer.</summary>
/// <param name="Cells">Guideline cells that it was fitted on.</param>
/// <param name="MultiplyAddsOnlyNsPerUnit">Nanoseconds per multiply-add of the model that knows these alone.</param>
internal sealed record ModelAnswer(
    string File, string Backend, string? Device, int Threads, int Batch, int Cells, ImmutableArray<CoefficientAnswer> Coefficients, double MultiplyAddsOnlyNsPerUnit)
{
    public static ModelAnswer Of(MachineModel machine) => new(
        machine.Path,
        machine.Model.Configuration.Backend,
        machine.Model.Configuration.Device,
        machine.Model.Configuration.Threads,
        machine.Model.Configuration.Batch,
        machine.Model.Cells.Length,
        [.. machine.Model.Coefficients.Select(CoefficientAnswer.Of)],
        machine.Model.NsPerMultiplyAdd);
}
