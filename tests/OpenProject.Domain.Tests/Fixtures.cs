// Each test has its own instance, so that fields are its fresh subject and nothing is shared.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
