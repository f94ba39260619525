using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Simulations.Tests.Regressions;

/// <summary>One way to use the gate, tried many times on machines of one kind.</summary>
/// <param name="Rounds">Of every run.</param>
/// <param name="Calibrations">Runs of the baseline beside its own.</param>
/// <param name="NewRuns">Runs that are judged.</param>
internal sealed record Trial(MachineNoise Noise, int Rounds, int Calibrations, int NewRuns = 1)
{
    public IEnumerable<GateJudgement> Repeat(int times, int seed, Func<int, double>? slowdown = null) =>
        Enumerable.Range(0, times).AsParallel().AsOrdered().Select(index => Judge(seed + 7919 * index, slowdown));

    private GateJudgement Judge(int seed, Func<int, double>? slowdown)
    {
        var machine = new SimulatedMachine(seed, Noise);
        ResultFile baseline = machine.Run(Rounds);
        if (Calibrations > 0)
            baseline = Calibration.Of(baseline, [.. Enumerable.Range(0, Calibrations).Select(_ => machine.Run(Rounds))]);
        return Gate.Judge([baseline], [.. Enumerable.Range(0, NewRuns).Select(_ => machine.Run(Rounds, slowdown))], new GateTerms());
    }
}
