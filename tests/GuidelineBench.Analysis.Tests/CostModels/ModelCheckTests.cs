using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.CostModels;

public sealed class ModelCheckTests
{
    [Fact]
    public void Networks_that_follow_the_prices_are_predicted_without_error()
    {
        ModelCheck check = Check(PricedRun.File(networks: ["shufflenet_v2_1.0x", "mobilenet_v1_0.5", "light_xception_1.0x", "shufflenet_v1_1.0x_g3"]));

        Assert.Equal(4, check.Networks.Length);
        Assert.Equal(0, check.Error!.MeanAbsolutePercentage, 1e-4);
        Assert.Equal(1, check.Error.Ranks!.Value.Rho, 1e-12);
        // Multiply-adds alone know nothing of operators and bytes.
        Assert.True(check.MultiplyAddsOnlyError!.MeanAbsolutePercentage > 5);
        Assert.Equal(["ShuffleNet v1", "ShuffleNet v2", "MobileNet v1", "Xception"], check.Families.Select(family => family.Family));
    }

    [Fact]
    public void Only_the_declared_families_of_table_8_are_judged()
    {
        ModelCheck check = Check(PricedRun.File(networks: ["densenet_1.0x", "shufflenet_v2_50", "shufflenet_v2_1.0x"]));

        Assert.Equal(3, check.Networks.Length);
        Assert.Equal("shufflenet_v2_1.0x", Assert.Single(check.Judged).Network.Name);
    }

    [Fact]
    public void Errors_are_means_of_relative_deviations()
    {
        // 10 % over and 30 % under: 20 % off on average, 10 % under with their signs.
        ModelError error = ModelError.Of([(110, 100), (70, 100)])!;

        Assert.Equal(20, error.MeanAbsolutePercentage, 1e-12);
        Assert.Equal(-10, error.MeanPercentage, 1e-12);
        Assert.Null(error.Ranks);
        Assert.Null(ModelError.Of([]));
    }

    [Fact]
    public void A_model_checks_networks_of_another_file_of_the_machine()
    {
        CostModel model = CostModelFit.Of(PricedRun.File())[0];

        ModelCheck check = ModelCheck.Of(model, PricedRun.File(tables: false, units: false, networks: "mobilenet_v2_1.0"));

        Assert.Equal("mobilenet_v2_1.0", Assert.Single(check.Networks).Network.Name);
    }

    [Fact]
    public void A_network_of_another_thread_count_is_not_compared()
    {
        ResultFile file = PricedRun.File(networks: "mobilenet_v2_1.0");

        Assert.Empty(Check(file with { Cells = [.. file.Cells.SkipLast(1), file.Cells[^1] with { Threads = 2 }] }).Networks);
    }

    private static ModelCheck Check(ResultFile file) => ModelCheck.Of(CostModelFit.Of(file)[0], file);
}
