using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Kernels.OnnxRuntime.Tests.Engine;

/// <summary>What the engine says of itself, and that asking changes nothing.</summary>
public class EngineRunTests
{
    private static readonly int? Block = ((IEngineBackend)OnnxRuntimeBackends.All[0]).Describe(Path.GetTempPath()).BlockChannels;

    [Fact]
    public void A_description_names_version_library_and_provider()
    {
        EngineDescription engine = ((IEngineBackend)OnnxRuntimeBackends.All[0]).Describe(Path.GetTempPath());

        Assert.StartsWith("1.", engine.Version, StringComparison.Ordinal);
        Assert.Equal("CPU", engine.Provider);
        Assert.Contains("onnxruntime", engine.Library, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", engine.Sha256);
    }

    [Fact]
    public void Whole_blocks_take_the_layout_and_others_do_not()
    {
        if (Block is null)
            Assert.Skip("the engine has no layout in blocks of channels on this processor");
        EngineRun whole = Ran(Chain(32, 32)), odd = Ran(Chain(31, 31)), grouped = Ran(Chain(92, 92, groups: 4));

        Assert.Equal((2, 0), (whole.BlockedConvolutions, whole.PlainConvolutions));
        Assert.Equal((0, 2, 0), (odd.BlockedConvolutions, odd.PlainConvolutions, odd.Reorders));
        Assert.Equal((0, 2, 2), (grouped.BlockedConvolutions, grouped.PlainConvolutions, grouped.PlainGrouped));
    }

    [Fact]
    public void Channels_filled_up_to_whole_blocks_are_executed()
    {
        if (Block is not { } block)
        {
            Assert.Skip("the engine has no layout in blocks of channels on this processor");
            return;
        }

        int filled = (20 + block - 1) / block * block;
        Assert.Equal(2L * 8 * 8 * filled * filled, Ran(Chain(20, 20)).ExecutedMultiplyAdds);
        Assert.Equal(2L * 8 * 8 * 64 * 64, Ran(Chain(64, 64)).ExecutedMultiplyAdds);
    }

    [Fact]
    public void Activations_are_fused_unless_the_variant_leaves_them_alone()
    {
        var builder = new GraphBuilder(new MapShape(32, 8, 8));
        builder.ReLU(builder.Convolution(builder.Input, 32));
        Graph graph = builder.Build("activated");

        EngineRun all = Ran(graph), basic = Ran(graph, EngineVariants.Basic), plain = Ran(graph, EngineVariants.Plain);

        Assert.Equal((1, 0), (all.Fused, all.Elementwise));
        Assert.Equal((0, 1), (basic.Fused, basic.Elementwise));
        Assert.Equal(0, plain.BlockedConvolutions);
    }

    [Fact]
    public void Operators_times_are_those_of_a_profiled_pass()
    {
        EngineRun run = Ran(Chain(64, 128));

        Assert.Equal(run.Operators.Sum(type => type.Count), run.BlockedConvolutions + run.PlainConvolutions + run.Reorders + run.Elementwise);
        Assert.All(run.Operators, type => Assert.True(type.Ns >= 0));
        Assert.InRange(run.Operators.Sum(type => type.Ns!.Value), 0, run.ProfiledNs!.Value);
        Assert.True(run.LoadMs > 0 && run.FirstRunMs > 0);
    }

    [Fact]
    public void A_pass_allocates_nothing()
    {
        Graph graph = Chain(16, 16);
        using IPlan plan = OnnxRuntimeBackends.All[0].Compile(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default);
        plan.WriteInput(RandomMaps.Create(graph.Input.Output, batch: 1, seed: 1));
        plan.Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        plan.Run();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_order_or_variant_that_it_has_not_is_refused_in_one_line()
    {
        Graph graph = Chain(16, 16);
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);

        var order = Assert.Throws<PlanException>(() => OnnxRuntimeBackends.All[0].Compile(graph, parameters, PlanOptions.Default with { Order = ExecutionOrder.DepthFirst }));
        var variant = Assert.Throws<PlanException>(() => OnnxRuntimeBackends.All[0].Compile(graph, parameters, PlanOptions.Default with { Variant = "fast" }));

        Assert.Equal("ONNX Runtime runs layer by layer.", order.Message);
        Assert.Contains("allowed: all, basic, off", variant.Message, StringComparison.Ordinal);
    }

    private static EngineRun Ran(Graph graph, string variant = EngineVariants.Usual)
    {
        using var plan = (IEnginePlan)OnnxRuntimeBackends.All[0].Compile(
            graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default with { Variant = variant });
        return plan.Describe(TimeSpan.FromMilliseconds(1), Path.GetTempPath());
    }

    private static Graph Chain(int outer, int inner, int groups = 1)
    {
        var builder = new GraphBuilder(new MapShape(outer, 8, 8));
        builder.Convolution(builder.Convolution(builder.Input, inner, groups: groups), outer, groups: groups);
        return builder.Build("chain");
    }
}
