using CsCheck;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Tests.Results;

public sealed class CellNamingTests
{
    /// <summary>Cells of tables and networks as files have them: a setting where the experiment has some, each axis said or, in its usual way, not.</summary>
    private static Gen<CellResult> Any =>
        from subject in Gen.OneOf(
            ("table1", "1:1", "x1", "cpu"), ("table1", "1:1", "x1", "gpu"), ("table1", "1:1", "x2", "cpu"), ("table1", "1:6", "x1", "cpu"),
            ("table2", "1", "x1", "cpu"), ("network:resnet50", "ResNet-50", null, null), ("network:vgg16", "VGG-16", (string?)null, (string?)null))
        from device in Gen.OneOf(("simd", null), ("reference", null), ("ilgpu", "GPU-0"), ("ilgpu", (string?)"GPU-1"))
        from counts in Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3])
        from ways in Gen.Select(
            Gen.OneOf(CellAxes.Fused, CellAxes.Unfused), Gen.OneOf(CellAxes.Layer, CellAxes.DepthFirst), Gen.OneOf(null, "stream", "graph"), Gen.OneOf(CellAxes.Fp32, CellAxes.Tf32))
        select Cells.Cell(subject.Item2, 1000) with
        {
            Experiment = subject.Item1,
            Scale = subject.Item3,
            Setting = subject.Item4,
            Backend = device.Item1,
            Device = device.Item2,
            Threads = counts.Item1,
            Batch = counts.Item2,
            Variant = ways.Item1,
            Execution = ways.Item2,
            Launch = ways.Item3,
            Math = ways.Item4,
        };

    [Fact]
    public void Different_cells_have_different_names_among_each_other() => Property.Holds(Any.Array[1, 12], cells =>
    {
        CellKey[] keys = [.. cells.Select(CellKey.Of).Distinct()];
        var naming = CellNaming.Among(keys);

        Assert.Equal(keys.Length, keys.Select(naming.Of).Distinct().Count());
    });

    /// <summary>What two cells differ by is among the axes by which all of them differ, and nothing else is.</summary>
    [Fact]
    public void Axes_differ_where_two_cells_do() => Property.Holds(Any.Array[0, 6], cells => Assert.Equal(
        CellAxes.All.Where(axis => cells.Any(one => cells.Any(other => axis.Value(one) != axis.Value(other)))),
        CellAxes.Differing(cells)));
}
