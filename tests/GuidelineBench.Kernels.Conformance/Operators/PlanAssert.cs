using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>Compares what a plan writes with Reference.</summary>
internal static class PlanAssert
{
    /// <summary>
    /// The whole output, twice; and of plans with steps each step's, and the input as it was afterwards. The output is that of
    /// the case's graph, the steps' are those of the plan's, where activations may stand earlier.
    /// </summary>
    public static void EqualsReference(
        IEnumerable<IBackend> backends, OperatorCase operatorCase, double tolerance = MapAssert.Tolerance)
    {
        Graph graph = operatorCase.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, operatorCase.Seed);
        float[] input = RandomMaps.Create(graph.Input.Output, operatorCase.Batch, operatorCase.Seed + 1);
        double[][] reference = Reference(graph);

        foreach (IBackend backend in backends)
        {
            using IPlan compiled = backend.Compile(graph, parameters, operatorCase.Options);
            compiled.WriteInput(input);
            compiled.Run();
            float[] first = Output(compiled);
            MapAssert.Near(reference[^1], first, graph.Output.Output, $"{operatorCase}, run", tolerance);

            compiled.Run();
            MapAssert.Same(first, Output(compiled), graph.Output.Output, $"{operatorCase}, second run");
            if (compiled is not ISteppedPlan plan)
                continue;

            double[][] referenceOfSteps = ReferenceEquals(plan.Graph, graph) ? reference : Reference(plan.Graph);
            for (int index = 0; index < plan.Steps.Length; index++)
            {
                PlanStep step = plan.Steps[index];
                plan.RunStep(index);
                Node node = graph.Nodes[step.Output];
                MapAssert.Near(referenceOfSteps[node.Index], Read(plan, node), node.Output, $"{operatorCase}, step {index} ({step.Name})", tolerance);
            }

            MapAssert.Same(first, Read(plan, graph.Output), graph.Output.Output, $"{operatorCase}, steps");
            MapAssert.Same(input, Read(plan, graph.Input), graph.Input.Output, $"{operatorCase}, input afterwards");
        }

        double[][] Reference(Graph of) =>
            ReferenceNetwork.Run(of, node => (parameters[node].Weights, parameters[node].Bias), input, operatorCase.Batch);
    }

    public static float[] Output(IPlan plan)
    {
        float[] map = new float[plan.Options.Batch * plan.Graph.Output.Output.Elements];
        plan.ReadOutput(map);
        return map;
    }

    public static float[] Read(ISteppedPlan plan, Node node)
    {
        float[] map = new float[plan.Options.Batch * node.Output.Elements];
        plan.Read(node.Index, map);
        return map;
    }
}
