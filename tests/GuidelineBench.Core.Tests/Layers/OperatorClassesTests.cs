using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Tests.Layers;

public class OperatorClassesTests
{
    private static readonly Window Two = new(2, 2, Padding.Around(0));

    public static TheoryData<string, string> Classes => new()
    {
        { nameof(Convolution), "conv" },
        { nameof(Input), "data" },
        { nameof(ReLU), "element-wise" },
        { nameof(ReLU6), "element-wise" },
        { nameof(Sigmoid), "element-wise" },
        { nameof(HardSigmoid), "element-wise" },
        { nameof(HardSwish), "element-wise" },
        { nameof(SiLU), "element-wise" },
        { nameof(Sum), "element-wise" },
        { nameof(ChannelScaling), "element-wise" },
        { nameof(BatchNormalization), "element-wise" },
        { nameof(ChannelSelection), "shuffle" },
        { nameof(Concatenation), "shuffle" },
        { nameof(MaxPooling), "other" },
        { nameof(GlobalAveragePooling), "other" },
        { nameof(FullyConnected), "other" },
    };

    [Theory]
    [MemberData(nameof(Classes))]
    public void Layers_have_the_classes_of_figure_2(string layer, string label) =>
        Assert.Equal(label, OperatorClasses.Of(Layers().Single(candidate => candidate.GetType().Name == layer)).Label());

    [Fact]
    public void What_is_fused_into_an_operator_does_not_change_its_class()
    {
        Assert.Equal(OperatorClass.Convolution, OperatorClasses.Of([new Convolution(2, 2), new Sum(), new ReLU()]));
        Assert.Equal(OperatorClass.Other, OperatorClasses.Of([new FullyConnected(4, 2, BiasSource.Bias), new ReLU()]));
        Assert.Equal(OperatorClass.Elementwise, OperatorClasses.Of([new ChannelScaling(), new Sum(), new ReLU()]));
    }

    [Fact]
    public void Operators_that_run_depth_first_are_convolutions_where_one_of_them_is() =>
        Assert.Equal(OperatorClass.Convolution, OperatorClasses.Of([new MaxPooling(Two), new Convolution(2, 2), new ReLU(), new Convolution(2, 2)]));

    [Fact]
    public void Every_class_has_a_label_of_its_own() =>
        Assert.Equal(["conv", "data", "element-wise", "shuffle", "other"], OperatorClasses.All.Select(OperatorClasses.Label));

    private static IEnumerable<Layer> Layers() =>
    [
        new Convolution(2, 2), new Input(new MapShape(1, 1, 1)), new ReLU(), new ReLU6(), new Sigmoid(), new HardSigmoid(), new HardSwish(), new SiLU(), new Sum(),
        new ChannelScaling(), new BatchNormalization(2), ChannelSelection.Shuffle(4, 2), new Concatenation(), new MaxPooling(Two),
        new GlobalAveragePooling(), new FullyConnected(4, 2, BiasSource.Bias),
    ];
}
