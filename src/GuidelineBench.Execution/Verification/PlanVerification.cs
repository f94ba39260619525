using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Execution.Verification;

/// <summary>Shows that a compiled plan computes what its graph says, before it is timed. A wrong plan never gets a number.</summary>
public static class PlanVerification
{
    /// <returns>Largest error of a plan that may be timed.</returns>
    public static double ToleranceOf(MathMode math) => OutputTolerance.Of(math.Label());

    /// <summary>
    /// Every step's output against <see cref="ReferencePixels"/> at <see cref="SampledPixels"/>, all channels, from the
    /// step's own inputs as the plan computed them, so that errors do not add up over a network; and the output of a
    /// whole run against the output of the steps, everywhere. An engine's plan: <see cref="EngineVerification"/>. Another
    /// plan without steps: its whole output against <see cref="ReferenceNetwork"/>.
    /// </summary>
    /// <param name="parameters">Those that the plan was compiled with.</param>
    /// <param name="input">batch x channels x height x width. It is the plan's input afterwards.</param>
    /// <param name="seed">Of the random pixels.</param>
    /// <returns>The largest <see cref="RelativeError"/>; infinite when an output is not finite.</returns>
    /// <exception cref="PlanException">An engine computes something else; the message says what.</exception>
    /// <exception cref="InvalidOperationException">The plan's steps read what none of them writes.</exception>
    public static double MaxError(IPlan plan, NetworkParameters parameters, float[] input, int seed) =>
        plan switch
        {
            ISteppedPlan stepped => StepsError(stepped, parameters, input, seed),
            IEnginePlan engine => EngineVerification.MaxError(engine, parameters, input, seed),
            _ => OutputError(plan, parameters, input),
        };

    private static double StepsError(ISteppedPlan plan, NetworkParameters parameters, float[] input, int seed)
    {
        var written = new WrittenMaps(plan);
        IReadOnlyList<int> outputs = written.Behind(plan.Graph.Output.Index);
        plan.WriteInput(input);
        // First, while the output's buffer cannot hold the steps' result yet: a run that does nothing is found out.
        plan.Run();
        float[][] outputsOfRun = [.. outputs.Select(node => Read(plan, node))];

        double error = 0;
        // Maps as they were when they were written. Were they read again before each step, a map that is overwritten
        // while it is still needed would pass for the step's input.
        var maps = new Dictionary<int, float[]> { [plan.Graph.Input.Index] = input };
        for (int index = 0; index < plan.Steps.Length; index++)
        {
            PlanStep step = plan.Steps[index];
            plan.RunStep(index);
            maps[step.Output] = Read(plan, step.Output);
            error = Math.Max(error, StepError(plan, step, maps, parameters, seed + index));
            foreach (int node in written.LastReadBy(index))
                maps.Remove(node);
        }

        return outputs.Zip(outputsOfRun, (node, ofRun) => Difference(ofRun, Read(plan, node))).Prepend(error).Max();
    }

    private static double OutputError(IPlan plan, NetworkParameters parameters, float[] input)
    {
        plan.WriteInput(input);
        plan.Run();
        double[] reference = ReferenceNetwork.Output(plan.Graph, node => (parameters[node].Weights, parameters[node].Bias), input, plan.Options.Batch);
        float[] ours = new float[reference.Length];
        plan.ReadOutput(ours);
        var error = new RelativeError();
        for (int i = 0; i < ours.Length; i++)
            error.Add(ours[i], reference[i]);
        return error.Value;
    }

    private static double StepError(
        ISteppedPlan plan, PlanStep step, Dictionary<int, float[]> maps, NetworkParameters parameters, int seed)
    {
        MapShape shape = plan.Graph.Nodes[step.Output].Output;
        ReferencePixels[] images =
        [
            .. Enumerable.Range(0, plan.Options.Batch).Select(image => new ReferencePixels(
                plan.Graph, step.Nodes, node => (parameters[node].Weights, parameters[node].Bias), ImagesOf(plan.Graph, maps, image))),
        ];
        int random = SampledPixels.RandomCount(MultiplyAddsOfPixel(plan.Graph, step));
        ReadOnlySpan<float> ours = maps[step.Output];
        var error = new RelativeError();
        foreach ((int image, int pixel) in SampledPixels.Of(shape, plan.Options.Batch, random, seed))
        {
            double[] reference = images[image].At(pixel);
            for (int channel = 0; channel < reference.Length; channel++)
                error.Add(ours[(image * shape.Channels + channel) * shape.Pixels + pixel], reference[channel]);
        }

        return error.Value;
    }

    private static Dictionary<int, ReadOnlyMemory<float>> ImagesOf(Graph graph, Dictionary<int, float[]> maps, int image)
    {
        return maps.ToDictionary(map => map.Key, map => Image(map.Value, (int)graph.Nodes[map.Key].Output.Elements));

        ReadOnlyMemory<float> Image(float[] map, int elements) => map.AsMemory(image * elements, elements);
    }

    /// <summary>Every weight is used once for a pixel.</summary>
    private static long MultiplyAddsOfPixel(Graph graph, PlanStep step) =>
        step.Nodes.Sum(node => graph.Nodes[node].Layer is WeightedLayer layer ? layer.WeightCount : 0);

    private static double Difference(float[] ours, float[] reference)
    {
        var error = new RelativeError();
        for (int i = 0; i < ours.Length; i++)
            error.Add(ours[i], reference[i]);
        return error.Value;
    }

    private static float[] Read(ISteppedPlan plan, int node)
    {
        long elements = plan.Options.Batch * plan.Graph.Nodes[node].Output.Elements;
        float[] map = GC.AllocateUninitializedArray<float>(checked((int)elements));
        plan.Read(node, map);
        return map;
    }
}
