using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Core.Tests.Networks;

public class BackboneTests
{
    [Fact]
    public void A_backbone_lacks_the_head_and_nothing_else()
    {
        Graph whole = NetworkCatalogue.Find("shufflenet_v2_2.0x_se")!.Build();

        Graph backbone = Backbone.Of(whole, "backbone");

        Assert.Equal(new MapShape(2048, 7, 7), backbone.Output.Output);
        Assert.Equal(GraphCosts.Of(whole).MultiplyAdds - 2048 * 1000, GraphCosts.Of(backbone).MultiplyAdds);
        Assert.Equal(whole.Nodes[..backbone.Nodes.Length], backbone.Nodes);
    }
}
