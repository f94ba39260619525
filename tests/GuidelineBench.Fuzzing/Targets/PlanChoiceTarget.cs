using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Kernels.Simd.NetworkPlans;
using GuidelineBench.Kernels.Simd.Plans;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>The CPU kernels' choices of a stored plan.</summary>
internal static class PlanChoiceTarget
{
    /// <summary>Of a row of Table 2, whose convolutions have groups.</summary>
    public static FuzzTarget OfExperiment()
    {
        Graph graph = Table2.Experiment.Cells(ChannelSetting.Cpu, [Scale.X1]).Last().Graph;
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, fuseElementwise: true);
        return Create("simd-choices", OperatorChoices.Candidates(graph, steps), choices => OperatorChoices.Of(graph, steps, choices).Layout.Name);
    }

    public static FuzzTarget OfNetwork()
    {
        Graph graph = NetworkCatalogue.Find("shufflenet_v2_x0_5")!.Build();
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, fuseElementwise: true);
        return Create("net-choices", NetworkChoices.Candidates(graph, steps), choices =>
        {
            var read = NetworkChoices.Of(graph, steps, choices);
            return string.Join(' ', steps.Select(step => read.Text(step.Output)));
        });
    }

    private static FuzzTarget Create(string name, ImmutableArray<PlanChoices> candidates, Func<PlanChoices, string> read)
    {
        var samples = TargetCatalogue.Bytes(candidates.Select(choices => choices.ToString()));
        return new FuzzTarget(
            name, 6, samples, TargetCatalogue.WordsOf(samples), input => Answer.Of<PlanException>(() => read(PlanChoices.Parse(Encoding.UTF8.GetString(input)))));
    }
}
