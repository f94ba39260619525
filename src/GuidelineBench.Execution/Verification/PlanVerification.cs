using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Execution.Verification;

/// <summary>Shows that a compiled plan computes what its graph says, before it is timed. A wrong plan never gets a number.</summary>
public static class PlanVerification
{
    /// <summary>Largest error of a plan that may be timed, relative to the largest value of the step.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>
    /// Every step's output against <see cref="ReferencePixel"/> at <see cref="SampledPixels"/>, all channels; and the
    /// output of a whole run against the output of the steps, everywhere.
    /// </summary>
    /// <param name="parameters">Those that the plan was compiled with.</param>
    /// <param name="input">batch x channels x height x width. It is the plan's input afterwards.</param>
    /// <param name="seed">Of the random pixels.</param>
    /// <returns>The largest <see cref="RelativeError"/>; infinite when an output is not finite.</returns>
    public static double MaxError(IPlan plan, NetworkParameters parameters, float[] input, int seed)
    {
        plan.WriteInput(input);
        // First, while the output's buffer cannot hold the steps' result yet: a run that does nothing is found out.
        plan.Run();
        float[] outputOfRun = Read(plan, plan.Graph.Output);

        double error = 0;
        ILookup<int, int> lastReads = LastReads(plan.Steps);
        // Maps as they were when they were written. Were they read again before each step, a map that is overwritten
        // while it is still needed would pass for the step's input.
        var maps = new Dictionary<int, float[]> { [plan.Graph.Input.Index] = input };
        for (int index = 0; index < plan.Steps.Length; index++)
        {
            PlanStep step = plan.Steps[index];
            plan.RunStep(index);
            maps[step.Output] = Read(plan, plan.Graph.Nodes[step.Output]);
            error = Math.Max(error, StepError(plan, step, maps, parameters, seed + index));
            foreach (int node in lastReads[index])
                maps.Remove(node);
        }

        float[] outputOfSteps = Read(plan, plan.Graph.Output);
        return Math.Max(error, Difference(outputOfRun, outputOfSteps));
    }

    private static double StepError(
        IPlan plan, PlanStep step, Dictionary<int, float[]> maps, NetworkParameters parameters, int seed)
    {
        MapShape shape = plan.Graph.Nodes[step.Output].Output;
        ReadOnlySpan<float> ours = maps[step.Output];
        var error = new RelativeError();
        foreach ((int image, int pixel) in SampledPixels.Of(shape, plan.Options.Batch, seed))
        {
            double[] reference = ReferencePixel.Compute(plan.Graph, step.Nodes, ParametersOf, ImageAt, pixel);
            for (int channel = 0; channel < reference.Length; channel++)
                error.Add(ours[(image * shape.Channels + channel) * shape.Pixels + pixel], reference[channel]);

            ReadOnlyMemory<float> ImageAt(int node)
            {
                int elements = (int)plan.Graph.Nodes[node].Output.Elements;
                return maps[node].AsMemory(image * elements, elements);
            }
        }

        return error.Value;

        (float[] Weights, float[] Bias) ParametersOf(int node) => (parameters[node].Weights, parameters[node].Bias);
    }

    private static double Difference(float[] ours, float[] reference)
    {
        var error = new RelativeError();
        for (int i = 0; i < ours.Length; i++)
            error.Add(ours[i], reference[i]);
        return error.Value;
    }

    /// <returns>By step, the nodes that no later step reads.</returns>
    private static ILookup<int, int> LastReads(ImmutableArray<PlanStep> steps) => steps
        .SelectMany((step, index) => step.Inputs.Append(step.Output).Select(node => (node, index)))
        .GroupBy(read => read.node, read => read.index)
        .ToLookup(reads => reads.Max(), reads => reads.Key);

    private static float[] Read(IPlan plan, Node node)
    {
        float[] map = GC.AllocateUninitializedArray<float>((int)(plan.Options.Batch * node.Output.Elements));
        plan.Read(node.Index, map);
        return map;
    }
}
