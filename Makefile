.DEFAULT_GOAL := help
.PHONY: help build test format demo sandbox bench chaos clean

MVN := mvn -B -ntp
JAR := target/catalog-import.jar
SEED ?= $(shell date +%s)
STACKS ?= 200
KILLS ?= 60

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

build: $(JAR) ## Build the executable jar, without tests

# The jar's own time is fixed, so that builds can be repeated; make needs the real one.
$(JAR): pom.xml $(shell find src/main -type f)
	$(MVN) -q package -DskipTests
	@touch $@

test: ## Run all checks and tests
	$(MVN) verify
	@touch $(JAR)

format: ## Format the code
	$(MVN) -q spotless:apply

demo: $(JAR) ## Plan and import the sample input against the sandbox
	@src/demo/demo.sh

sandbox: $(JAR) ## Run the sandbox with the sample input's scene
	java -jar $(JAR) sandbox --seed sample-input/sandbox

bench: ## Measure speed and memory
	$(MVN) -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
	@java -cp target/test-classes:target/classes:$$(cat target/test.classpath) io.catalogimport.bench.StagingBenchmark

chaos: $(JAR) ## Kill the program again and again and see that nothing is lost (SEED=, STACKS=, KILLS=)
	$(MVN) -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
	@java -cp target/test-classes:target/classes:$$(cat target/test.classpath) io.catalogimport.chaos.ChaosRun $(SEED) $(STACKS) $(KILLS)

clean: ## Remove what was built; ledger and results stay
	$(MVN) -q clean
